import type { Scenario } from '../design/design.ts';
import { known, type Value } from '../design/node.ts';
import type { Expectation } from './scenario.ts';

type Expected = Scenario['expect'];
type InstantNode = Expected['at']['items'][number];

const measures = [
  'writerRecovery',
  'writesUnavailable',
  'readsUnavailable',
  'dataLoss',
  'regionRecovery',
  'regionDataLoss',
  'promoted',
  'writeConflicts',
  'costUsd',
] as const satisfies readonly (keyof Expected)[];

/** What stands in an expectation for a value that cannot be read. */
const unreadable = '?';

/** Everything that `expect` compares, in the order of the format. What cannot be read is there too: it is inconclusive. */
export function readExpectations(expect: Expected): readonly Expectation[] {
  return [
    ...measures.flatMap((name) => lineOf(name, expect[name])),
    ...expect.never.items.flatMap((invariant) => lineOf('never', invariant)),
    ...expect.at.items.flatMap(linesAtInstant),
  ];
}

function linesAtInstant(node: InstantNode): readonly Expectation[] {
  const at = known(node.at);
  if (at === undefined) return [{ name: 'at', expected: unreadable, path: node.at.path }];
  const { endpoints, quorum, capacity } = node;
  const lines = [
    ...(['writes', 'reads', 'writer', 'readers'] as const).flatMap((name) => lineOf(name, node[name])),
    ...endpoints.entries.map(({ key, node: { items, path } }) => {
      const ids = items.map((id) => known(id) ?? unreadable);
      return { name: 'endpoints', of: key, expected: ids.length === 0 ? 'nobody' : ids.join(', '), path };
    }),
    ...quorum.entries.flatMap(({ key, node: value }) => lineOf('quorum', value, key)),
    ...capacity.entries.flatMap(({ key, node: value }) => lineOf('capacity', value, key)),
  ];
  return lines.map((line) => ({ ...line, at }));
}

function lineOf(name: string, value: Value<string>, of?: string): readonly Expectation[] {
  if (value.presence === 'absent') return [];
  return [{ name, expected: known(value) ?? unreadable, path: value.path, ...(of !== undefined && { of }) }];
}
