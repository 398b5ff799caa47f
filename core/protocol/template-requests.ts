import type { NewBlueprint, Question } from './new-design-request.ts';

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
  /** The Region of clusters of which the template does not say it. */
  readonly region?: string;
}

/** A blueprint of a template, with the identifiers of its clusters. */
export interface TemplateBlueprint extends NewBlueprint {
  readonly name: string;
  readonly clusters: readonly string[];
}

/** The blueprints, what has to be known before, or in one sentence why there is none. */
export type ImportTemplateResult =
  | { readonly question: Question }
  | { readonly blueprints: readonly TemplateBlueprint[] }
  | { readonly problem: string };
