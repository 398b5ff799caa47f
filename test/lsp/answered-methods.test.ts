import { tmpdir } from 'node:os';
import * as exportRequest from '@aurora-blueprint/core/protocol/export-request.ts';
import * as inferenceRequests from '@aurora-blueprint/core/protocol/inference-requests.ts';
import * as locationRequests from '@aurora-blueprint/core/protocol/location-requests.ts';
import * as newDesignRequest from '@aurora-blueprint/core/protocol/new-design-request.ts';
import * as scenarioTestRequests from '@aurora-blueprint/core/protocol/scenario-test-requests.ts';
import * as simulationRequests from '@aurora-blueprint/core/protocol/simulation-requests.ts';
import * as sqlFileRequest from '@aurora-blueprint/core/protocol/sql-file-request.ts';
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
  scenarioTestRequests,
  simulationRequests,
  sqlFileRequest,
  templateRequests,
  topologyRequest,
]
  .flatMap((requests): readonly unknown[] => Object.values(requests))
  .filter((value) => typeof value === 'string');

/** Known to the library behind the server, and to nobody else. */
const ofLibrary = 'textDocument/willSaveWaitUntil';

const lspRequests = Object.entries(protocol).flatMap(([name, declared]) => {
  if (!name.endsWith('Request') || !('messageDirection' in declared) || declared.method === ofLibrary) return [];
  // What begins and ends a session has no capability, and cannot be asked in between.
  const capability = 'capabilities' in declared ? declared.capabilities.server : undefined;
  const isAsked = declared.messageDirection === protocol.MessageDirection.clientToServer && capability !== undefined;
  return isAsked ? [{ method: declared.method, capability }] : [];
});
const sessionRequests = ['initialize', 'shutdown'];

let server: ServerProcess;
beforeAll(async () => {
  server = await ServerProcess.start(tmpdir(), {
    textDocument: {
      diagnostic: {},
      rename: { prepareSupport: true },
      completion: { completionItem: { resolveSupport: { properties: ['documentation'] } } },
      codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } },
    },
  });
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

/** Whether the server has said that it has a capability, named as in `completionProvider.resolveProvider`. */
function announces(capability: string): boolean {
  const held = capability
    .split('.')
    .reduce<unknown>((of, key) => (of as Record<string, unknown> | undefined)?.[key], server.capabilities);
  return held !== undefined && held !== false;
}

test('every request that the server answers is described in docs/language-server.md, and no other', async () => {
  const answered: string[] = [];
  for (const method of [...lspRequests.map((request) => request.method), ...ownRequests]) {
    if (await answers(method)) answered.push(method);
  }
  const described = describedMethods.flatMap(({ type, from, method }) =>
    type === 'request' && from === 'editor' && !sessionRequests.includes(method) ? method : [],
  );
  expect(answered.toSorted()).toEqual(described.toSorted());
});

test('every request of the protocol that the server answers is announced, and no other', async () => {
  for (const { method, capability } of lspRequests) {
    expect([method, announces(capability)]).toEqual([method, await answers(method)]);
  }
});
