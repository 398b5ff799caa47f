import type { AwsDestination } from '@aurora-blueprint/core/inference/aws-destination.ts';

/** How long and how often a call is tried. */
export interface CallLimits {
  readonly connectionTimeoutMilliseconds: number;
  /** How long a service may be silent, before its answer or within it. */
  readonly silenceMilliseconds: number;
  /** First try included. */
  readonly maxAttempts: number;
}

/** A model behind an endpoint has 60 seconds to answer (SageMaker Runtime API, InvokeEndpoint). */
export const defaultCallLimits: CallLimits = {
  connectionTimeoutMilliseconds: 5_000,
  silenceMilliseconds: 60_000,
  maxAttempts: 3,
};

/**
 * Options for a client of the AWS SDK that sends where the person agreed to and nowhere else: addresses in environment
 * variables or configuration files do not count. Credentials come from the profile or the default chain. The SDK's
 * logger stays off, so no text is ever logged.
 */
export function clientOptions({ region, profile, endpointUrl }: AwsDestination, limits: CallLimits) {
  return {
    region,
    ...(profile !== undefined && { profile }),
    ...(endpointUrl !== undefined && { endpoint: endpointUrl }),
    ignoreConfiguredEndpointUrls: true,
    maxAttempts: limits.maxAttempts,
    requestHandler: {
      connectionTimeout: limits.connectionTimeoutMilliseconds,
      socketTimeout: limits.silenceMilliseconds,
    },
  };
}
