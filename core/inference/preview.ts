import type { Design } from '../design/design.ts';
import { type AwsDestination, type AwsSettings, awsDestination } from './aws-destination.ts';
import { type Confirmation, confirmationOf } from './confirmation.ts';
import type { InferencePlan } from './plan.ts';
import { planRequest } from './plan-request.ts';
import { type PreviewableCall, type Unavailable, unavailable } from './previewable-call.ts';
import type { InferenceProvider } from './provider.ts';
import type { Cell } from './request.ts';
import { requestForRows } from './request-for-rows.ts';
import { type ResultColumn, type ResultRow, resultRows } from './result-rows.ts';
import { runPlan } from './run-plan.ts';

/** What is to be previewed, and by whom. */
export interface PreviewQuestion {
  readonly call: PreviewableCall;
  /** Row by row a cell for each of the call's `asks`; one empty row when it asks for nothing. */
  readonly rows: readonly (readonly Cell[])[];
  /** The design that governs the SQL. */
  readonly design: Design | undefined;
  /** Set when the provider is `aws`. */
  readonly aws: AwsSettings | undefined;
}

/** A preview that can run. */
export interface PreparedPreview {
  readonly kind: 'prepared';
  readonly plan: InferencePlan;
  readonly columns: readonly ResultColumn[];
  /** Where the provider `aws` sends to; undefined when nothing leaves the machine. */
  readonly destination: AwsDestination | undefined;
  /** What a person has to agree to before the preview runs; undefined when nothing is sent. */
  readonly confirmation: Confirmation | undefined;
}

/** Prepares a preview: plans what would be sent, and says what to agree to. Sends nothing. */
export function preparePreview({ call, rows, design, aws }: PreviewQuestion): PreparedPreview | Unavailable {
  const { asks, columns } = call;
  if (rows.length === 0 || rows.some((row) => row.length !== asks.length)) {
    return unavailable(`Every row needs a value for ${asks.join(', ')}. Give at least one row.`);
  }
  const destination = aws && awsDestination(design, aws);
  if (aws !== undefined && destination === undefined) {
    return unavailable(
      'No blueprint says in which Region this SQL runs. Add one beside it, or choose the inference provider offline.',
    );
  }
  const request = requestForRows(call, rows);
  if ('reason' in request) return request;
  const plan = planRequest(request);
  const confirmation = destination && confirmationOf(plan, destination);
  return { kind: 'prepared', plan, columns, destination, confirmation };
}

/** What a call would return. */
export interface PreviewResult {
  /** What a person has to know about the answers, such as that they are those of a stand-in. */
  readonly notice: string | undefined;
  /** One for each row of the question. */
  readonly rows: readonly ResultRow[];
}

/** Runs a preview. With a provider that sends, only after a person agreed to its confirmation. */
export async function runPreview(provider: InferenceProvider, preview: PreparedPreview): Promise<PreviewResult> {
  const answers = await runPlan(provider, preview.plan);
  return { notice: provider.notice(preview.plan.request), rows: resultRows(preview.columns, answers) };
}
