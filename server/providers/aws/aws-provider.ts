import type { AwsDestination } from '@aurora-blueprint/core/inference/aws-destination.ts';
import type { Batch } from '@aurora-blueprint/core/inference/plan.ts';
import type { InferenceProvider } from '@aurora-blueprint/core/inference/provider.ts';
import { type CallLimits, clientOptions, defaultCallLimits } from './client-options.ts';
import type { Comprehend } from './comprehend.ts';
import { failureMessage } from './failure-message.ts';
import type { SageMakerRuntime } from './sagemaker-runtime.ts';

/** The provider that asks Comprehend and SageMaker themselves. It sends: a person has to have agreed before. */
export function createAwsProvider(
  destination: AwsDestination,
  limits: CallLimits = defaultCallLimits,
): InferenceProvider {
  const options = clientOptions(destination, limits);
  // The SDK is loaded with the first call, not with the server.
  let comprehend: Comprehend | undefined;
  let sageMakerRuntime: SageMakerRuntime | undefined;
  const answer = async (batch: Batch) => {
    if (batch.service === 'Comprehend') {
      comprehend ??= new (await import('./comprehend.ts')).Comprehend(options);
      return comprehend.detectSentiment(batch);
    }
    sageMakerRuntime ??= new (await import('./sagemaker-runtime.ts')).SageMakerRuntime(options);
    return sageMakerRuntime.invokeEndpoint(batch);
  };
  return {
    name: 'aws',
    notice: () => undefined,
    infer: async (batch) => {
      try {
        return { kind: 'answered', answers: await answer(batch) };
      } catch (error) {
        return { kind: 'failed', message: failureMessage(error, { batch, destination, limits }) };
      }
    },
  };
}
