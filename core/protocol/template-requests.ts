import type { NewBlueprint } from './new-design-request.ts';

/** Request: the CloudFormation templates of the workspace in which an Aurora cluster stands. */
export const templatesMethod = 'aurora/templates';

export interface TemplatesResult {
  /** Uris of the templates, by folder and name. */
  readonly templates: readonly string[];
}

/** Request: the blueprints of the clusters in a template. */
export const importTemplateMethod = 'aurora/importTemplate';

export interface ImportTemplateParams {
  readonly uri: string;
}

/** A blueprint of a template, with the identifiers of its clusters. */
export interface TemplateBlueprint extends NewBlueprint {
  readonly name: string;
  readonly clusters: readonly string[];
}

/** The blueprints, or in one sentence why there is none. */
export type ImportTemplateResult = { readonly blueprints: readonly TemplateBlueprint[] } | { readonly problem: string };
