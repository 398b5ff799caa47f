import type { Answer } from '@aurora-blueprint/core/inference/answer.ts';
import { endpointAnswers } from '@aurora-blueprint/core/inference/endpoint-answers.ts';
import type { EndpointBatch } from '@aurora-blueprint/core/inference/plan.ts';
import {
  InvokeEndpointCommand,
  SageMakerRuntimeClient,
  type SageMakerRuntimeClientConfig,
} from '@aws-sdk/client-sagemaker-runtime';

const csv = 'text/csv';

/** Calls InvokeEndpoint. */
export class SageMakerRuntime {
  readonly #client: SageMakerRuntimeClient;

  constructor(options: SageMakerRuntimeClientConfig) {
    this.#client = new SageMakerRuntimeClient(options);
  }

  /** One answer for each row; an error in each when the endpoint does not speak CSV. Throws what the SDK throws. */
  async invokeEndpoint({ endpointName, body, rows }: EndpointBatch): Promise<readonly Answer[]> {
    const command = new InvokeEndpointCommand({
      EndpointName: endpointName,
      ContentType: csv,
      Accept: csv,
      Body: new TextEncoder().encode(body),
    });
    const { Body, ContentType = csv } = await this.#client.send(command);
    if (!ContentType.startsWith(csv)) {
      const message = `The endpoint ${endpointName} answers ${ContentType}: Aurora reads ${csv} only.`;
      return rows.map(() => ({ kind: 'error', message }));
    }
    return endpointAnswers(new TextDecoder().decode(Body), rows.length);
  }
}
