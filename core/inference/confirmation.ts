import { regionByCode } from '../facts/regions.ts';
import { countOf } from '../text/quantity.ts';
import type { AwsDestination } from './aws-destination.ts';
import { costOf } from './cost.ts';
import type { InferencePlan } from './plan.ts';

/** What a person reads, and agrees to, before anything leaves the machine. */
export interface Confirmation {
  /** What is about to happen, as a question. */
  readonly question: string;
  /** One line each: what, where to, as whom, at what cost. */
  readonly details: readonly string[];
}

/** The confirmation that sending a plan to AWS needs; undefined when no row of it is sent. */
export function confirmationOf(plan: InferencePlan, destination: AwsDestination): Confirmation | undefined {
  const rows = plan.batches.reduce((sum, batch) => sum + batch.rows.length, 0);
  if (rows === 0) return undefined;
  const calls = countOf(plan.batches.length, 'call');
  const bytes = countOf(
    plan.batches.reduce((sum, batch) => sum + batch.bytes, 0),
    'byte',
  );
  const { service } = plan.request;
  const what =
    plan.request.service === 'Comprehend'
      ? `${countOf(rows, 'text')}, ${bytes}, in ${calls} of BatchDetectSentiment (${languagesOf(plan)})`
      : `${countOf(rows, 'row')} of model inputs, ${bytes} of CSV, in ${calls} of InvokeEndpoint`;
  const receiver =
    plan.request.service === 'Comprehend' ? 'Amazon Comprehend' : `the SageMaker endpoint ${plan.request.endpointName}`;
  return {
    question: `Send ${countOf(rows, 'row')} to ${receiver} in ${destination.region}?`,
    details: [
      `What: ${what}.`,
      ...(plan.withheld.length > 0
        ? [`Not sent: ${countOf(plan.withheld.length, 'row')} that cannot be answered.`]
        : []),
      `Where to: ${whereTo(service, destination)}.`,
      `As: ${credentials(destination)}, not the role of the cluster.`,
      `Cost: ${costOf(plan)}`,
      ...absence(service, destination),
    ],
  };
}

function languagesOf(plan: InferencePlan): string {
  const codes = plan.batches.flatMap((batch) => (batch.service === 'Comprehend' ? [batch.languageCode] : []));
  return [...new Set(codes)].join(', ');
}

function whereTo(service: string, { region, endpointUrl }: AwsDestination): string {
  return endpointUrl === undefined
    ? `${service} of AWS in ${region}, the Region of the design`
    : `${endpointUrl}, set as the address to call instead of AWS (signed for ${region})`;
}

function credentials({ profile }: AwsDestination): string {
  return profile === undefined ? 'the credentials AWS finds by default' : `the credentials of AWS profile ${profile}`;
}

/** Says so when the catalogue of Regions knows no such service there. */
function absence(service: 'Comprehend' | 'SageMaker', { region, endpointUrl }: AwsDestination): readonly string[] {
  const entry = regionByCode(region);
  const isOffered = service === 'Comprehend' ? entry?.comprehend : entry?.sagemaker;
  if (isOffered !== false || endpointUrl !== undefined) return [];
  return [`The list of Regions shows no ${service} in ${region}: the call is likely to fail.`];
}
