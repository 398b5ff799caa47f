import { join } from 'node:path';
import { checkout } from '../checkout.mjs';
import { ratio, spread } from './figure.mjs';
import { languageOf, ours, theirName, theirs } from './language-servers.mjs';
import { longBlueprint } from './long-blueprint.mjs';
import { RunningServer } from './running-server.mjs';

const lines = 5000;
const rounds = 6;

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
 * Both servers get the same edits and requests, in turns.
 *
 * @returns {Promise<import('./figure.mjs').Figure[]>}
 */
export async function measureRequests() {
  const servers = [await start(ours), await start(theirs)];
  /** @type {Record<'completion' | 'hover', [number[], number[]]>} */
  const times = { completion: [[], []], hover: [[], []] };
  for (let round = 0; round <= rounds; round++) {
    for (const kind of /** @type {const} */ (['completion', 'hover'])) {
      const took = await type(servers, kind);
      // In the first round the code of both servers is compiled.
      if (round > 0) took.forEach((measured, index) => void times[kind][index]?.push(...measured));
    }
  }
  await Promise.all(servers.map((server) => server.stop()));
  return Object.entries(times).flatMap(([kind, [own, other]]) => {
    const [our, their] = [spread(own), spread(other)];
    return [
      {
        name: `${kind} right behind an edit, ${lines} lines`,
        unit: 'ms',
        values: our,
        remark: `${own.length} requests`,
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
 * @param {readonly RunningServer[]} servers
 * @param {'completion' | 'hover'} kind
 * @returns {Promise<readonly (readonly number[])[]>} what each server took for each letter, in milliseconds
 */
async function type(servers, kind) {
  const text = longBlueprint(lines).split('\n');
  /** @type {number[][]} */
  const times = servers.map(() => []);
  for (const { below, at, start, word } of typed) {
    const found = text.flatMap((content, line) => (content.includes(below) ? [line] : []));
    const line = found.at(at) ?? 0;
    const above = text[line] ?? '';
    const end = { line, character: above.length };
    // Hover asks about the key above the line that is typed.
    const key = { line, character: above.search(/\w/) + 1 };
    for (const server of servers) await server.change(path, { start: end, end }, `\n${start}`);
    for (const [index, letter] of [...word].entries()) {
      const place = { line: line + 1, character: start.length + index };
      const cursor = { line: line + 1, character: place.character + 1 };
      for (const [which, server] of servers.entries()) {
        const before = performance.now();
        void server.change(path, { start: place, end: place }, letter);
        const said = kind === 'completion' ? await server.complete(path, cursor) : await server.hover(path, key);
        times[which]?.push(performance.now() - before);
        if (said === 0 && which === 0) throw new Error(`Nothing is said on "${start}${word.slice(0, index + 1)}".`);
      }
    }
    const typedEnd = { line: line + 1, character: start.length + word.length };
    for (const server of servers) await server.change(path, { start: end, end: typedEnd }, '');
  }
  return times;
}
