import type { DocumentKind, Exercise } from './exercises.ts';
import type { DescribedMethod } from './methods.ts';

/** A test, and what it has seen the language server do. */
export interface ExercisingTest {
  /** From docs/, with slashes. */
  readonly file: string;
  readonly name: string;
  readonly exercises: readonly Exercise[];
}

const kinds = ['blueprint', 'scenarios', 'cloudformation', 'sql'] as const;

/**
 * Markdown tables of what works, each entry with the first test that shows it. What the server asks by itself may fall
 * between two tests of a file: there the file has to do.
 */
export function matrixOf(methods: readonly DescribedMethod[], tests: readonly ExercisingTest[]): string {
  const row = (...cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const onDocuments = methods.flatMap((described) => {
    const { method, use } = described;
    if (typeof use === 'string') return [];
    const cell = (kind: DocumentKind) => linked(use[kind], firstThatShows(tests, method, kind));
    return row(nameOf(described), ...kinds.map(cell));
  });
  const besides = methods.flatMap((described) => {
    const { method, use, from } = described;
    if (typeof use !== 'string') return [];
    return row(nameOf(described), linked(use, firstThatShows(tests, method, undefined), from === 'editor'));
  });
  return [
    `${countOf(methods)}\n`,
    '| | in blueprints | in scenario files | in CloudFormation templates | in SQL |\n|---|---|---|---|---|',
    ...onDocuments,
    '\n| | whatever is open |\n|---|---|',
    ...besides,
    '',
  ].join('\n');
}

/** What is described and no test shows, and what a test shows and nothing describes; a sentence each. */
export function gapsOf(methods: readonly DescribedMethod[], tests: readonly ExercisingTest[]): readonly string[] {
  const unshown = methods.flatMap(({ method, use }) =>
    (typeof use === 'string' ? [undefined] : kinds.filter((kind) => use[kind] !== undefined))
      .filter((kind) => firstThatShows(tests, method, kind) === undefined)
      .map((kind) => `${wordsOf(method, kind)} is described, and no test shows it`),
  );
  const uses = new Map(methods.map(({ method, use }) => [method, use]));
  const undescribed = tests.flatMap(({ file, name, exercises }) =>
    exercises
      .filter(({ method, kind }) => {
        const use = uses.get(method);
        return use === undefined || (typeof use === 'object' && kind !== undefined && use[kind] === undefined);
      })
      .map(({ method, kind }) => `${wordsOf(method, kind)} is shown by “${name}” (${file}), and not described`),
  );
  return [...unshown, ...undescribed];
}

function firstThatShows(tests: readonly ExercisingTest[], method: string, kind: DocumentKind | undefined) {
  return tests.find(({ exercises }) =>
    exercises.some((one) => one.method === method && (kind === undefined || one.kind === kind)),
  );
}

function linked(use: string | undefined, test: ExercisingTest | undefined, isNamed = true): string {
  if (use === undefined) return '–';
  if (test === undefined) return use;
  return `[${use}](${test.file}${isNamed ? ` "${test.name.replaceAll('"', "'")}"` : ''})`;
}

function wordsOf(method: string, kind: DocumentKind | undefined): string {
  return kind === undefined ? method : `${method} (${kind})`;
}

function nameOf({ method, type, from }: DescribedMethod): string {
  const notes = [type === 'notification' ? 'notification' : [], from === 'server' ? 'from the server' : []].flat();
  return notes.length === 0 ? `\`${method}\`` : `\`${method}\` (${notes.join(' ')})`;
}

function countOf(methods: readonly DescribedMethod[]): string {
  const own = methods.filter(({ method }) => method.startsWith('aurora/'));
  const standard = methods.filter((described) => !own.includes(described));
  const requests = standard.filter(({ type }) => type === 'request').length;
  return `${requests} requests and ${standard.length - requests} notifications of the Language Server Protocol work, and ${own.length} methods of the project's own (\`aurora/…\`).`;
}
