import type { TemplateRule } from './rule.ts';

/** Every rule over the resources of a template, in order of their ids. */
export const templateRules: readonly TemplateRule[] = [];
