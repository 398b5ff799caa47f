import type { RulePage } from './rule-page.ts';

/** The page of every rule over the resources of a template, by id. Only `explain` and tests load them. */
export const templateRulePages: Readonly<Record<string, RulePage>> = {};
