import { join } from 'node:path';
import { checkout } from '../checkout.mjs';
import { ratio, spread } from './figure.mjs';
import { languageOf, ours, theirName, theirs } from './language-servers.mjs';
import { longBlueprint } from './long-blueprint.mjs';
import { RunningServer } from './running-server.mjs';

const lines = 5000;
const rounds = 6;

/** @typedef {'completion' | 'hover'} Kind */
const kinds = /** @type {const} */ (['completion', 'hover']);

/** What somebody types letter by letter: on a new line below the one with these words, behind what is written there at once. */
const typed = [
  { below: 'clusterIdentifier: orders-eu-west-1', at: 0, start: '    ', word: 'backupRet' },
  { below: 'CostCenter: "4711"', at: 0, start: '  ', word: 'preferred' },
  { below: 'CostCenter: "4711"', at: 4, start: '    databaseInsightsMode: ', word: 'stan' },
  { below: 'monitoringRoleArn', at: 2, start: '      ', word: 'promot' },
  { below: 'crash: writer', at: 40, start: '      - ', word: 'fail' },
  { below: 'duration: 30m', at: 100, start: '    ', word: 'assum' },
  { below: 'writerRecovery: "< 60s"', at: -1, start: '      ', word: 'promoted' },
  { below: 'survive:', at: 0, start: '  ', word: 'regionRec' },
];

const path = join(checkout, `bench-${lines}-requests.aurora.yaml`);

/**
 * How long whoever types waits for completion and hover, over stdio: each request is sent right behind an edit, the
 * insertion of one letter, and timed from before that edit. Most of the time a word is half typed, and the text no YAML.
 * Both servers get the same edits and requests, one server after the other: what one still checks behind an edit would
 * otherwise take the processor from the other.
 *
 * @returns {Promise<import('./figure.mjs').Figure[]>}
 */
export async function measureRequests() {
  const [own, other] = [await measureServer(ours), await measureServer(theirs)];
  return kinds.flatMap((kind) => {
    const [our, their] = [spread(own[kind]), spread(other[kind])];
    return [
      {
        name: `${kind} right behind an edit, ${lines} lines`,
        unit: 'ms',
        values: our,
        remark: `${own[kind].length} requests`,
      },
      {
        name: theirName,
        unit: 'ms',
        values: their,
        remark: `p50 ${ratio(their.p50, our.p50)}, p99 ${ratio(their.p99, our.p99)}`,
      },
    ];
  });
}

/** @param {import('./running-server.mjs').ServerCommand} command */
async function measureServer(command) {
  const server = await start(command);
  /** @type {Record<Kind, number[]>} */
  const times = { completion: [], hover: [] };
  for (let round = 0; round <= rounds; round++) {
    for (const kind of kinds) {
      const took = await type(server, kind, command === ours);
      // In the first round the code of the server is compiled.
      if (round > 0) times[kind].push(...took);
    }
  }
  await server.stop();
  return times;
}

/** @param {import('./running-server.mjs').ServerCommand} command */
async function start(command) {
  const server = new RunningServer(command);
  await server.initialize();
  const text = longBlueprint(lines);
  const line = text.split('\n').findIndex((content) => content.includes('backupRetentionPeriod'));
  await server.open(
    path,
    languageOf(command),
    text.replace('backupRetentionPeriod: 14', 'backupRetentionPeriod: no'),
    line,
  );
  return server;
}

/**
 * Types every word once and takes it away again.
 *
 * @param {RunningServer} server
 * @param {Kind} kind
 * @param {boolean} saysSomething whether each request has an answer
 * @returns {Promise<readonly number[]>} what the server took for each letter, in milliseconds
 */
async function type(server, kind, saysSomething) {
  const text = longBlueprint(lines).split('\n');
  const times = [];
  for (const { below, at, start, word } of typed) {
    const found = text.flatMap((content, line) => (content.includes(below) ? [line] : []));
    const line = found.at(at) ?? 0;
    const above = text[line] ?? '';
    const end = { line, character: above.length };
    // Hover asks about the key above the line that is typed.
    const key = { line, character: above.search(/\w/) + 1 };
    await server.change(path, { start: end, end }, `\n${start}`);
    for (const [index, letter] of [...word].entries()) {
      const place = { line: line + 1, character: start.length + index };
      const cursor = { line: line + 1, character: place.character + 1 };
      const before = performance.now();
      void server.change(path, { start: place, end: place }, letter);
      const said = kind === 'completion' ? await server.complete(path, cursor) : await server.hover(path, key);
      times.push(performance.now() - before);
      if (said === 0 && saysSomething) throw new Error(`Nothing is said on "${start}${word.slice(0, index + 1)}".`);
    }
    const typedEnd = { line: line + 1, character: start.length + word.length };
    await server.change(path, { start: end, end: typedEnd }, '');
  }
  return times;
}
