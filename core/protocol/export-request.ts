import type { Conversion } from '../editing/conversion.ts';

/** Request: a blueprint as CloudFormation templates, under names that no file beside it has. */
export const exportMethod = 'aurora/export';

export interface ExportParams {
  readonly uri: string;
}

/** The templates to write, or in one sentence why there are none. */
export type ExportResult = Conversion | { readonly problem: string };
