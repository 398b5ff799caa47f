import type { Design } from '../design/design.ts';
import type { MlCall } from '../sql/ml-call.ts';
import { type AwsDestination, type AwsSettings, awsDestination } from './aws-destination.ts';
import { describePreviewable, requestOf, type Unavailable } from './call-request.ts';
import { type MissingValue, missingValues, type RowValues } from './call-values.ts';
import { type Confirmation, confirmationOf } from './confirmation.ts';
import { type InferencePlan, planOf } from './plan.ts';
import type { InferenceProvider } from './provider.ts';
import type { InferenceRequest } from './request.ts';
import { type ResultColumn, type ResultRow, resultRows } from './result-rows.ts';
import { runPlan } from './run-plan.ts';

/** What is to be previewed, and by whom. */
export interface PreviewQuestion {
  /** The SQL text in which the call stands. */
  readonly text: string;
  readonly call: MlCall;
  /** The design that governs the text. */
  readonly design: Design | undefined;
  /** One entry for each row, with what the call takes from the database. */
  readonly rows: readonly RowValues[];
  /** Set when the provider is `aws`. */
  readonly aws: AwsSettings | undefined;
}

export type Preparation =
  | Unavailable
  /** Every row needs these values first. */
  | { readonly kind: 'incomplete'; readonly missing: readonly MissingValue[] }
  | ReadyPreview;

/** A preview that can run. */
export interface ReadyPreview {
  readonly kind: 'ready';
  readonly plan: InferencePlan;
  readonly columns: readonly ResultColumn[];
  /** Where the provider `aws` sends to; undefined when nothing leaves the machine. */
  readonly destination: AwsDestination | undefined;
  /** What a person has to agree to before the preview runs; undefined when nothing is sent. */
  readonly confirmation: Confirmation | undefined;
}

/** Prepares a preview: says what is missing, or what would be sent and what to agree to. Sends nothing. */
export function preparePreview({ text, call, design, rows, aws }: PreviewQuestion): Preparation {
  const description = describePreviewable(text, call);
  if ('reason' in description) return description;
  const missing = missingValues(description);
  const lacks = (row: RowValues) => missing.some(({ name }) => !Object.hasOwn(row, name));
  if (missing.length > 0 && (rows.length === 0 || rows.some(lacks))) return { kind: 'incomplete', missing };
  const request = requestOf(call, description, missing.length > 0 ? rows : [{}], design);
  if ('reason' in request) return request;
  const destination = aws && awsDestination(design, aws);
  if (aws !== undefined && destination === undefined) return noRegion;
  const plan = planOf(request);
  return {
    kind: 'ready',
    plan,
    columns: columnsOf(call, request),
    destination,
    confirmation: destination && confirmationOf(plan, destination),
  };
}

const noRegion: Unavailable = {
  kind: 'unavailable',
  reason: 'No blueprint says in which Region this SQL runs. Add one beside it, or choose the provider offline.',
};

function columnsOf(call: MlCall, request: InferenceRequest): readonly ResultColumn[] {
  const columns = call.signature?.returns ?? [];
  if (request.service === 'Comprehend') return columns;
  return columns.map(({ name }) => ({ name, type: request.outputType }));
}

/** What a call would return. */
export interface PreviewResult {
  readonly provider: InferenceProvider['name'];
  /** What a person has to know about the answers, such as that they are those of a stand-in. */
  readonly notice: string | undefined;
  readonly columns: readonly ResultColumn[];
  /** One for each row of the question. */
  readonly rows: readonly ResultRow[];
}

/** Runs a preview. With a provider that sends, only after a person agreed to its confirmation. */
export async function runPreview(provider: InferenceProvider, preview: ReadyPreview): Promise<PreviewResult> {
  const { plan, columns } = preview;
  const answers = await runPlan(provider, plan);
  return {
    provider: provider.name,
    notice: provider.notice(plan.request),
    columns,
    rows: resultRows(columns, answers),
  };
}
