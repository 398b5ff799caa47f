import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerComprehend, type SentimentTable } from './comprehend.ts';
import {
  jsonRpcError,
  type LoopbackRequest,
  type LoopbackResponse,
  restJsonError,
  type ServiceError,
} from './message.ts';
import { answerSageMakerRuntime, type EndpointTable } from './sagemaker-runtime.ts';
import { type Signer, signerOf } from './signature.ts';

export interface AwsLoopbackOptions {
  readonly sentiments?: SentimentTable;
  readonly endpoints?: EndpointTable;
  /** How every request is refused, or that its answer never comes or never ends. */
  readonly failure?: ServiceError | 'no answer' | 'half an answer';
}

/** A request that came in, with who signed it. */
export interface ReceivedRequest extends LoopbackRequest {
  readonly signer: Signer | undefined;
}

export interface AwsLoopback {
  /** Address to give to the SDK as its endpoint. */
  readonly url: string;
  /** Every request so far, in order. */
  readonly requests: readonly ReceivedRequest[];
  close(): Promise<void>;
}

/**
 * Starts an HTTP server on this machine that speaks the protocols of Comprehend (AWS JSON 1.1) and SageMaker Runtime
 * (REST JSON) and checks the signature of each request as AWS does.
 */
export async function startAwsLoopback(options: AwsLoopbackOptions = {}): Promise<AwsLoopback> {
  const requests: ReceivedRequest[] = [];
  const server = createServer(async (incoming, outgoing) => {
    const request = await read(incoming);
    const received = { ...request, signer: signerOf(request) };
    requests.push(received);
    if (options.failure === 'no answer') return;
    const { status, headers, body } = answer(received, options);
    outgoing.writeHead(status, headers);
    if (options.failure === 'half an answer') outgoing.write(body.slice(0, body.length / 2));
    else outgoing.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, requests, close: () => close(server) };
}

async function read(incoming: IncomingMessage): Promise<LoopbackRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const { method = '', url: path = '', headers } = incoming;
  return { method, path, headers, body: Buffer.concat(chunks).toString('utf8') };
}

function answer(request: ReceivedRequest, options: AwsLoopbackOptions): LoopbackResponse {
  const isComprehend = request.headers['x-amz-target'] !== undefined;
  const refuse = isComprehend ? jsonRpcError : restJsonError;
  const { signer } = request;
  if (request.method !== 'POST' || signer?.service !== (isComprehend ? 'comprehend' : 'sagemaker')) {
    return refuse({
      status: 403,
      code: 'MissingAuthenticationTokenException',
      message: 'Missing Authentication Token',
    });
  }
  if (!signer.isValid) {
    return refuse({ status: 403, code: 'InvalidSignatureException', message: 'The signature does not match' });
  }
  if (typeof options.failure === 'object') return refuse(options.failure);
  if (isComprehend) return answerComprehend(request, options.sentiments ?? {});
  return (
    answerSageMakerRuntime(request, options.endpoints ?? {}) ??
    refuse({ status: 404, code: 'UnknownOperationException', message: `Not known here: ${request.path}` })
  );
}

function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve, reject) => {
    server.close((error) => (error === undefined ? resolve() : reject(error)));
  });
  server.closeAllConnections();
  return closed;
}
