import { tmpdir } from 'node:os';
import * as exportRequest from '@aurora-blueprint/core/protocol/export-request.ts';
import * as inferenceRequests from '@aurora-blueprint/core/protocol/inference-requests.ts';
import * as locationRequests from '@aurora-blueprint/core/protocol/location-requests.ts';
import * as newDesignRequest from '@aurora-blueprint/core/protocol/new-design-request.ts';
import * as simulationRequests from '@aurora-blueprint/core/protocol/simulation-requests.ts';
import * as templateRequests from '@aurora-blueprint/core/protocol/template-requests.ts';
import * as topologyRequest from '@aurora-blueprint/core/protocol/topology-request.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as protocol from 'vscode-languageserver-protocol/node';
import { describedMethods } from './matrix/methods.ts';
import { ServerProcess } from './server-process.ts';

const ownRequests = [
  exportRequest,
  inferenceRequests,
  locationRequests,
  newDesignRequest,
  simulationRequests,
  templateRequests,
  topologyRequest,
]
  .flatMap((requests): readonly unknown[] => Object.values(requests))
  .filter((value) => typeof value === 'string');
const lspRequests = Object.entries(protocol).flatMap(([name, declared]) => {
  if (!name.endsWith('Request') || !('messageDirection' in declared)) return [];
  return declared.messageDirection === protocol.MessageDirection.clientToServer ? [declared.method] : [];
});

/** They begin and end a session, and cannot be asked in between. */
const sessionRequests = ['initialize', 'shutdown'];

/** The library behind the server knows it, and nobody announces it. */
const notAnnounced = ['textDocument/willSaveWaitUntil'];

let server: ServerProcess;
beforeAll(async () => {
  server = await ServerProcess.start(tmpdir(), { textDocument: { diagnostic: {} } });
});
afterAll(() => server.stop());

/** Whether the server knows a request, whatever it says to one without parameters. */
async function answers(method: string): Promise<boolean> {
  try {
    await server.connection.sendRequest(method, {});
    return true;
  } catch (error) {
    return !(error instanceof protocol.ResponseError && error.code === protocol.ErrorCodes.MethodNotFound);
  }
}

test('every request that the server answers is described in docs/language-server.md, and no other', async () => {
  const answered: string[] = [];
  const left = [...sessionRequests, ...notAnnounced];
  for (const method of [...lspRequests, ...ownRequests].filter((one) => !left.includes(one))) {
    if (await answers(method)) answered.push(method);
  }
  const described = describedMethods.flatMap(({ type, from, method }) =>
    type === 'request' && from === 'editor' && !sessionRequests.includes(method) ? method : [],
  );
  expect(answered.toSorted()).toEqual(described.toSorted());
});
