import { planEndpoint } from './endpoint-plan.ts';
import type { InferencePlan } from './plan.ts';
import type { InferenceRequest } from './request.ts';
import { planSentiment } from './sentiment-plan.ts';

/** Plans the calls of a request: as few as the batch size of the SQL and the limits of the service allow. */
export function planRequest(request: InferenceRequest): InferencePlan {
  return request.service === 'Comprehend' ? planSentiment(request) : planEndpoint(request);
}
