import { sagemaker_action } from '@aurora-blueprint/core/facts/generated/ml.ts';
import type { AwsDestination } from '@aurora-blueprint/core/inference/aws-destination.ts';
import type { Batch } from '@aurora-blueprint/core/inference/plan.ts';
import type { CallLimits } from './client-options.ts';

/** The call that failed. */
export interface FailedCall {
  readonly batch: Batch;
  readonly destination: AwsDestination;
  readonly limits: CallLimits;
}

/** What went wrong with a call of AWS and what to do about it, from the error that the SDK throws. */
export function failureMessage(error: unknown, call: FailedCall): string {
  const { name, message } = error instanceof Error ? error : { name: 'Error', message: String(error) };
  const code = error instanceof Error && 'code' in error ? String(error.code) : name;
  const entry = failures.find(({ names }) => names.includes(name) || names.includes(code));
  return entry?.explain(call, { code, message }) ?? `${receiver(call)} refused the call (${code}): ${message}`;
}

interface Failure {
  /** Names of the SDK's errors, or codes of Node's. */
  readonly names: readonly string[];
  /** Undefined when the message shows that it is something else. */
  readonly explain: (
    call: FailedCall,
    error: { readonly code: string; readonly message: string },
  ) => string | undefined;
}

const failures: readonly Failure[] = [
  {
    names: ['CredentialsProviderError'],
    explain: ({ destination: { profile } }) =>
      profile === undefined
        ? 'No AWS credentials were found. Sign in with the AWS CLI, or name a profile in auroraBlueprint.inference.awsProfile.'
        : `No credentials were found for AWS profile ${profile}. Sign in to it, or change auroraBlueprint.inference.awsProfile.`,
  },
  {
    names: ['ExpiredTokenException', 'ExpiredToken', 'TokenProviderError'],
    explain: () => 'The AWS credentials have expired. Sign in again and repeat the preview.',
  },
  {
    names: [
      'UnrecognizedClientException',
      'InvalidClientTokenId',
      'InvalidSignatureException',
      'SignatureDoesNotMatch',
      'IncompleteSignature',
      'MissingAuthenticationTokenException',
    ],
    explain: (_, { code }) =>
      `AWS does not accept the credentials (${code}). Check the access key, its secret and the clock.`,
  },
  {
    names: ['AccessDeniedException', 'AccessDenied'],
    explain: (call) =>
      `The credentials may not call ${action(call.batch)} in ${call.destination.region}. Allow it in their IAM policy.`,
  },
  {
    names: ['ValidationError'],
    explain: ({ batch, destination }, { message }) =>
      batch.service === 'SageMaker' && /not found/i.test(message)
        ? `This account has no SageMaker endpoint ${batch.endpointName} in ${destination.region}. Check its name and Region.`
        : undefined,
  },
  {
    names: ['ModelError'],
    explain: (call, { message }) => `The model behind ${receiver(call)} refused the rows. ${message}`,
  },
  {
    names: ['ModelNotReadyException'],
    explain: (call) => `${receiver(call)} is still starting. Repeat the preview in a minute.`,
  },
  {
    names: ['ThrottlingException', 'TooManyRequestsException'],
    explain: (call) =>
      `${receiver(call)} takes no more calls at the moment, also after ${call.limits.maxAttempts} attempts. Repeat the preview in a minute.`,
  },
  {
    names: ['TimeoutError', 'ETIMEDOUT'],
    explain: (call) =>
      call.batch.service === 'Comprehend'
        ? 'Comprehend gave no answer in time. Check the network.'
        : `${receiver(call)} gave no answer in time. Check the network, and that the model is running.`,
  },
  {
    names: ['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'ECONNRESET', 'EHOSTUNREACH', 'ENETUNREACH', 'EPIPE'],
    explain: ({ batch, destination: { endpointUrl, region } }, { code }) =>
      endpointUrl === undefined
        ? `${batch.service} in ${region} cannot be reached (${code}). Check the network and that the Region has the service.`
        : `${endpointUrl} cannot be reached (${code}). Check auroraBlueprint.inference.endpointUrl.`,
  },
];

function receiver({ batch }: FailedCall): string {
  return batch.service === 'Comprehend' ? 'Comprehend' : `SageMaker endpoint ${batch.endpointName}`;
}

function action(batch: Batch): string {
  return batch.service === 'Comprehend' ? 'comprehend:BatchDetectSentiment' : sagemaker_action.value;
}
