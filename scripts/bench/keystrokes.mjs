import { spawn } from 'node:child_process';
import { join } from 'node:path';
import {
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { checkout } from '../checkout.mjs';

const edits = 100;

/**
 * How long a keystroke takes from the edit to its diagnostics, over stdio with the real server, in blueprints of
 * several lengths.
 *
 * @returns {Promise<[name: string, figure: string][]>}
 */
export async function measureKeystrokes() {
  const child = spawn(process.execPath, [join(checkout, 'server', 'bin', 'aurora-blueprint.js'), 'lsp', '--stdio']);
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.listen();
  const capabilities = { textDocument: { diagnostic: {} } };
  await connection.sendRequest(InitializeRequest.type, { processId: process.pid, rootUri: null, capabilities });
  await connection.sendNotification(InitializedNotification.type, {});
  /** @type {[string, string][]} */
  const rows = [];
  for (const lines of [100, 1000, 5000]) {
    rows.push([`keystroke to diagnostics, ${lines} lines`, await measure(connection, lines)]);
  }
  await connection.sendRequest(ShutdownRequest.type);
  await connection.sendNotification(ExitNotification.type);
  connection.dispose();
  return rows;
}

/**
 * @param {import('vscode-languageserver-protocol').ProtocolConnection} connection
 * @param {number} lines
 */
async function measure(connection, lines) {
  const uri = `untitled:bench-${lines}.aurora.yaml`;
  const text = blueprintOf(lines);
  const textDocument = { uri, languageId: 'aurora-blueprint', version: 1, text };
  await connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
  await connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
  const line = text.split('\n').findIndex((content) => content.includes('backupRetentionPeriod'));
  const start = { line, character: 2 + 'backupRetentionPeriod: '.length };
  /** @type {number[]} */
  const times = [];
  for (let edit = 0; edit < edits; edit++) {
    const range = { start, end: { line, character: start.character + 2 } };
    const contentChanges = [{ range, text: edit % 2 === 0 ? '99' : '14' }];
    const before = performance.now();
    await connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version: edit + 2 },
      contentChanges,
    });
    await connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
    times.push(performance.now() - before);
  }
  times.sort((a, b) => a - b);
  const at = (/** @type {number} */ share) => (times[Math.floor(share * (edits - 1))] ?? Number.NaN).toFixed(1);
  return `p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`;
}

/** @param {number} lines */
function blueprintOf(lines) {
  const head = `aurora: 1
name: bench
engine: aurora-postgresql
primary:
  region: us-east-1
  backupRetentionPeriod: 14
  instances:
    - { id: bench-a, class: db.r7g.large, availabilityZone: us-east-1a }
    - { id: bench-b, class: db.r7g.large, availabilityZone: us-east-1b }
scenarios:
`;
  let text = head;
  for (let count = head.split('\n').length, scenario = 0; count < lines; scenario++) {
    text += `  - name: crash ${scenario}\n    events:\n`;
    for (let event = 1; event <= 10; event++) text += `      - at: ${event}m\n        crash: bench-a\n`;
    count += 22;
  }
  return text;
}
