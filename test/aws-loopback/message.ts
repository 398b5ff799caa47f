import type { IncomingHttpHeaders } from 'node:http';

/** A request as it came in over HTTP. */
export interface LoopbackRequest {
  readonly method: string;
  /** Path with its query, as sent. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What is sent back. */
export interface LoopbackResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** How a service refuses a request: its error code, such as `AccessDeniedException`, under an HTTP status. */
export interface ServiceError {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  /** Further members of the error, such as the original status of a model. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** An error in the form of AWS JSON 1.1, which Comprehend speaks: the code is in the body. */
export function jsonRpcError({ status, code, message, details }: ServiceError): LoopbackResponse {
  return json(status, { __type: code, Message: message, ...details });
}

/** An error in the form of REST JSON, which SageMaker Runtime speaks: the code is in a header. */
export function restJsonError({ status, code, message, details }: ServiceError): LoopbackResponse {
  const response = json(status, { Message: message, ...details }, 'application/json');
  return { ...response, headers: { ...response.headers, 'x-amzn-errortype': code } };
}

/** A JSON response. */
export function json(status: number, content: unknown, type = 'application/x-amz-json-1.1'): LoopbackResponse {
  return { status, headers: { 'content-type': type }, body: JSON.stringify(content) };
}
