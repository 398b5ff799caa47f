import { type AwsOutput, joinAwsOutputs, readAwsOutput } from '../readers/aws-output.ts';
import { importAwsOutput } from './import-aws-output.ts';
import { type ImportedBlueprint, importBlueprints } from './import-blueprints.ts';
import { importTemplate } from './import-template.ts';
import type { Imported } from './imported.ts';
import { splitDocuments } from './split-documents.ts';

/** What is known beside the texts. */
export interface ImportOptions {
  /** Values for the parameters of templates. */
  readonly parameters?: ReadonlyMap<string, string>;
  /** The Region of clusters of which the texts do not say it. */
  readonly region?: string;
}

/** The blueprints of some texts. */
export interface ImportResult {
  readonly blueprints: readonly ImportedBlueprint[];
  /** Indices of the texts in which nothing was recognised. */
  readonly unrecognised: readonly number[];
}

/**
 * The blueprints of the Aurora clusters in CloudFormation templates and in what the AWS CLI printed, read together: each
 * text may hold several of them behind each other. Never throws.
 */
export function importTexts(
  texts: readonly string[],
  { parameters = new Map(), region }: ImportOptions = {},
): ImportResult {
  const found: Imported[] = [];
  const outputs: AwsOutput[] = [];
  const unrecognised: number[] = [];
  for (const [index, text] of texts.entries()) {
    let isRecognised = false;
    for (const document of splitDocuments(text)) {
      const clusters = importTemplate(document, parameters);
      const output = clusters === undefined ? readAwsOutput(document) : undefined;
      found.push(...(clusters ?? []));
      if (output !== undefined) outputs.push(output);
      isRecognised ||= clusters !== undefined || output !== undefined;
    }
    if (!isRecognised) unrecognised.push(index);
  }
  found.push(...importAwsOutput(joinAwsOutputs(outputs)));
  return { blueprints: importBlueprints(found, region === undefined ? {} : { region }), unrecognised };
}
