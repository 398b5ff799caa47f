import type { Conversion } from '../editing/conversion.ts';

/** Request: a blueprint as CloudFormation templates, or a template as blueprints, under names that no file beside it has. */
export const convertMethod = 'aurora/convert';

export interface ConvertParams {
  readonly uri: string;
}

/** The files to write, or in one sentence why there are none. */
export type ConvertResult = Conversion | { readonly problem: string };
