import type { AwsDestination } from '@aurora-blueprint/core/inference/aws-destination.ts';
import type { InferenceProvider } from '@aurora-blueprint/core/inference/provider.ts';
import { type CallLimits, clientOptions, defaultCallLimits } from './client-options.ts';
import { Comprehend } from './comprehend.ts';
import { failureMessage } from './failure-message.ts';
import { SageMakerRuntime } from './sagemaker-runtime.ts';

/** The provider that asks Comprehend and SageMaker themselves. It sends: a person has to have agreed before. */
export function createAwsProvider(
  destination: AwsDestination,
  limits: CallLimits = defaultCallLimits,
): InferenceProvider {
  const options = clientOptions(destination, limits);
  const comprehend = new Comprehend(options);
  const sageMakerRuntime = new SageMakerRuntime(options);
  return {
    name: 'aws',
    notice: () => undefined,
    infer: async (batch) => {
      try {
        const answers =
          batch.service === 'Comprehend'
            ? await comprehend.detectSentiment(batch)
            : await sageMakerRuntime.invokeEndpoint(batch);
        return { kind: 'answered', answers };
      } catch (error) {
        return { kind: 'failed', message: failureMessage(error, { batch, destination, limits }) };
      }
    },
  };
}
