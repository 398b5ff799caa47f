import { type LoopbackRequest, type LoopbackResponse, restJsonError } from './message.ts';

/** The models behind the endpoints of the loopback: each makes a CSV answer of a CSV body, or throws. */
export type EndpointTable = Readonly<Record<string, (body: string) => string>>;

/** Answers InvokeEndpoint as SageMaker Runtime does; undefined when the request is none. */
export function answerSageMakerRuntime(request: LoopbackRequest, table: EndpointTable): LoopbackResponse | undefined {
  const name = /^\/endpoints\/([^/]+)\/invocations$/.exec(request.path)?.[1];
  if (name === undefined) return undefined;
  const model = table[name];
  if (model === undefined) {
    const message = `Endpoint ${name} of account 123456789012 not found.`;
    return restJsonError({ status: 400, code: 'ValidationError', message });
  }
  if (request.headers['content-type'] !== 'text/csv') return modelError(415, 'Only text/csv is understood');
  try {
    const headers = { 'content-type': 'text/csv', 'x-amzn-invoked-production-variant': 'AllTraffic' };
    return { status: 200, headers, body: model(request.body) };
  } catch (error) {
    return modelError(400, error instanceof Error ? error.message : String(error));
  }
}

/** What SageMaker says when the model's own container refuses. */
function modelError(status: number, message: string): LoopbackResponse {
  return restJsonError({
    status: 424,
    code: 'ModelError',
    message: `Received client error (${status}) from primary with message "${message}".`,
    details: { OriginalStatusCode: status, OriginalMessage: message },
  });
}
