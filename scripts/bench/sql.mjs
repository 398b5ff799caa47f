import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { checkout } from '../checkout.mjs';
import { ratio, spread } from './figure.mjs';
import { ours } from './language-servers.mjs';
import { longSql, oneLiner } from './long-sql.mjs';
import { RunningServer } from './running-server.mjs';

const lines = 10_000;
const edits = 120;
/** In the first ones the code of a server is compiled. */
const warmUps = 60;
/** Milliseconds between what a server said and the next edit: an edit sent at once is never answered by the other server. */
const betweenEdits = 60;
/** How many statements are edited, one after the other, from the beginning of the file to its end. */
const places = 12;

/** The language server for PostgreSQL that asks PostgreSQL's parser; without a database it checks the syntax. */
const theirs = {
  program: join(
    checkout,
    'node_modules',
    '@postgres-language-server',
    'cli-x86_64-linux-gnu',
    'postgres-language-server',
  ),
  args: ['lsp-proxy'],
  settings: {},
};
const theirName = '  postgres-language-server, same file, same edits';

const design = `aurora: 1
name: bench
engine: aurora-postgresql
engineVersion: "16.9"
primary: { region: us-east-1, instances: [{ class: db.r7g.large }, { class: db.r7g.large }] }
machineLearning:
  - { service: Comprehend, roleArn: "arn:aws:iam::123456789012:role/comprehend" }
  - { service: SageMaker, roleArn: "arn:aws:iam::123456789012:role/sagemaker" }
  - { service: Bedrock, roleArn: "arn:aws:iam::123456789012:role/bedrock" }
`;

/**
 * What somebody waits for who opens and edits a long SQL file with many ML calls, over stdio: this server, which checks
 * the calls against a design, beside postgres-language-server. Each edit makes an argument of
 * an ML call wrong or right again.
 *
 * @returns {Promise<import('./figure.mjs').Figure[]>}
 */
export async function measureSql() {
  const folder = await mkdtemp(join(tmpdir(), 'aurora-bench-'));
  try {
    await writeFile(join(folder, 'bench.aurora.yaml'), design);
    await writeFile(join(folder, 'postgres-language-server.jsonc'), '{}');
    await writeFile(
      join(folder, 'mysql.aurora.yaml'),
      design.replace('postgresql', 'mysql').replace('16.9', '8.0.mysql_aurora.3.10.0'),
    );
    return [
      ...(await measureFile('postgresql', folder, [ours, theirs])),
      ...(await measureFile('mysql', folder, [ours])),
    ];
  } finally {
    // What it starts over stdio is a daemon, which stays.
    execFileSync(theirs.program, ['stop'], { stdio: 'ignore' });
    await rm(folder, { recursive: true });
  }
}

/**
 * @param {'postgresql' | 'mysql'} dialect
 * @param {string} folder
 * @param {readonly import('./running-server.mjs').ServerCommand[]} commands
 */
async function measureFile(dialect, folder, commands) {
  const measured = [];
  for (const command of commands) measured.push(await measureServer(dialect, folder, command));
  return figures(
    `${lines} lines of ${dialect}`,
    measured.map(({ cold }) => cold),
    measured.map(({ times }) => spread(times)),
  );
}

/**
 * What one server takes, the others being still.
 *
 * @param {'postgresql' | 'mysql'} dialect
 * @param {string} folder
 * @param {import('./running-server.mjs').ServerCommand} command
 */
async function measureServer(dialect, folder, command) {
  const { text, calls, path } = fileOf(dialect, folder);
  const first = calls[0];
  if (first === undefined) throw new Error(`No statement begins with ${oneLiner}.`);
  const server = new RunningServer(command);
  await server.initialize(folder);
  const start = performance.now();
  await server.open(path, 'sql', withWrongArgument(text, first), first.start.line);
  const cold = performance.now() - start;
  await server.edit(path, longer(first), right, false);
  const times = [];
  for (let edit = -warmUps; edit < edits; edit++) {
    const range = calls[Math.floor((edit + warmUps) / 2) % calls.length] ?? first;
    const isWrong = edit % 2 === 0;
    const took = isWrong
      ? await server.edit(path, range, wrong, true)
      : await server.edit(path, longer(range), right, false);
    if (edit >= 0) times.push(took);
    await pause(betweenEdits);
  }
  await server.stop();
  return { cold, times };
}

const right = "'en'";
/** No language of the service, and a comma too many: an error to who knows the function, and to who knows the grammar. */
const wrong = "'xx',";

/**
 * @param {'postgresql' | 'mysql'} dialect
 * @param {string} folder
 */
function fileOf(dialect, folder) {
  const text = longSql(dialect, lines);
  const all = text.split('\n').flatMap((content, line) => {
    const character = content.indexOf(right);
    if (!content.startsWith(oneLiner)) return [];
    return [{ start: { line, character }, end: { line, character: character + right.length } }];
  });
  const calls = Array.from(
    { length: places },
    (_, place) => all[Math.floor((place * all.length) / places)] ?? [],
  ).flat();
  return { text, calls, path: join(folder, `bench.${dialect}.sql`) };
}

/**
 * Where the wrong argument stands when it is in place of the right one.
 *
 * @param {import('vscode-languageserver-protocol').Range} call
 */
function longer({ start }) {
  return { start, end: { line: start.line, character: start.character + wrong.length } };
}

/**
 * @param {string} text
 * @param {import('vscode-languageserver-protocol').Range} call
 */
function withWrongArgument(text, { start, end }) {
  const content = text.split('\n');
  const line = content[start.line] ?? '';
  content[start.line] = line.slice(0, start.character) + wrong + line.slice(end.character);
  return content.join('\n');
}

/**
 * @param {string} what
 * @param {readonly number[]} cold
 * @param {readonly { p50: number, p99: number }[]} times
 * @returns {import('./figure.mjs').Figure[]}
 */
function figures(what, [cold = Number.NaN, theirCold], [own = spread([]), their]) {
  const both = [
    { name: `open to first diagnostics, ${what}`, unit: 'ms', values: { took: cold } },
    ...(theirCold === undefined
      ? []
      : [{ name: theirName, unit: 'ms', values: { took: theirCold }, remark: ratio(theirCold, cold) }]),
    { name: `keystroke to diagnostics, ${what}`, unit: 'ms', values: own, remark: `${edits} edits` },
  ];
  if (their === undefined) return both;
  const remark = `p50 ${ratio(their.p50, own.p50)}, p99 ${ratio(their.p99, own.p99)}`;
  return [...both, { name: theirName, unit: 'ms', values: their, remark }];
}
