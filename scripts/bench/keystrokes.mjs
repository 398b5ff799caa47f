import { join } from 'node:path';
import { checkout } from '../checkout.mjs';
import { ratio, spread } from './figure.mjs';
import { languageOf, ours, theirName, theirs } from './language-servers.mjs';
import { longBlueprint } from './long-blueprint.mjs';
import { RunningServer } from './running-server.mjs';

const edits = 60;

/** How long yaml-language-server waits for another edit before it looks at one; it has no setting for that. */
const itsWait = 200;

/**
 * What somebody who types waits for, over stdio: this server beside yaml-language-server, which checks the same
 * blueprints against the JSON Schema. Both get the same edits, in turns, so that whatever slows the machine down slows
 * both down.
 *
 * @returns {Promise<import('./figure.mjs').Figure[]>}
 */
export async function measureKeystrokes() {
  const first = fileOf(1000);
  const [our, their] = [await start(ours, first), await start(theirs, first)];
  const beside = (/** @type {number} */ figure, /** @type {number} */ other) => ({ remark: ratio(figure, other) });
  /** @type {import('./figure.mjs').Figure[]} */
  const figures = [
    { name: 'start to first diagnostics, 1000 lines', unit: 'ms', values: { took: our.age } },
    { name: theirName, unit: 'ms', values: { took: their.age }, ...beside(their.age, our.age) },
  ];
  for (const lines of [100, 1000, 5000]) {
    const [own, other] = await measure(our.server, their.server, lines);
    const waited = other.p50 - itsWait;
    const remark = `${ratio(other.p50, own.p50)}; without the ${itsWait} ms it waits, p50 ${waited.toFixed(0)} ms: ${ratio(waited, own.p50)}`;
    figures.push({ name: `keystroke to diagnostics, ${lines} lines`, unit: 'ms', values: own });
    figures.push({ name: theirName, unit: 'ms', values: other, remark });
  }
  const [memory, theirMemory] = [our.server.memory, their.server.memory];
  figures.push({ name: 'memory of the server after that', unit: 'MiB', values: { resident: memory } });
  const besideMemory = beside(theirMemory, memory);
  figures.push({ name: theirName, unit: 'MiB', values: { resident: theirMemory }, ...besideMemory });
  await Promise.all([our.server.stop(), their.server.stop()]);
  return figures;
}

/**
 * @param {number} lines
 */
function fileOf(lines) {
  const text = longBlueprint(lines);
  const key = 'backupRetentionPeriod: ';
  const line = text.split('\n').findIndex((content) => content.includes(key));
  const character = (text.split('\n')[line] ?? '').indexOf(key) + key.length;
  const range = { start: { line, character }, end: { line, character: character + 2 } };
  return {
    path: join(checkout, `bench-${lines}.aurora.yaml`),
    text: text.replace(`${key}14`, `${key}no`),
    line,
    range,
  };
}

/**
 * @param {import('./running-server.mjs').ServerCommand} command
 * @param {ReturnType<typeof fileOf>} file
 */
async function start(command, file) {
  const server = new RunningServer(command);
  await server.initialize();
  await server.open(file.path, languageOf(command), file.text, file.line);
  return { server, age: server.age };
}

/**
 * @param {RunningServer} our
 * @param {RunningServer} their
 * @param {number} lines
 */
async function measure(our, their, lines) {
  const { path, text, line, range } = fileOf(lines);
  if (lines !== 1000) {
    await our.open(path, languageOf(ours), text, line);
    await their.open(path, languageOf(theirs), text, line);
  }
  /** @type {[number[], number[]]} */
  const times = [[], []];
  for (let edit = 0; edit < edits; edit++) {
    const isWrong = edit % 2 === 1;
    const value = isWrong ? 'no' : '14';
    times[0].push(await our.edit(path, range, value, isWrong));
    times[1].push(await their.edit(path, range, value, isWrong));
  }
  return /** @type {const} */ ([spread(times[0]), spread(times[1])]);
}
