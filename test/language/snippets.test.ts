import { readFileSync } from 'node:fs';
import { readBlueprint } from '@aurora-blueprint/core/design/readers/blueprint.ts';
import { checkBlueprint } from '@aurora-blueprint/core/rules/check-blueprint.ts';
import { describe, expect, test } from 'vitest';

interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
}

const file = new URL('../../language/snippets/aurora-blueprint.json', import.meta.url);
const snippets: Readonly<Record<string, Snippet>> = JSON.parse(readFileSync(file, 'utf8'));

/** The text that stands in the editor when a person accepts a snippet and presses Tab to its end. */
function expand({ body }: Snippet, indentation = ''): string {
  const defaults = new Map<string, string>();
  const source = body.join(`\n${indentation}`).replaceAll('\t', '  ');
  return source
    .replace(/\$\{(\d+):((?:[^{}]|\{\{[^{}]*\}\})*)\}/g, (_, stop: string, text: string) => {
      defaults.set(stop, text);
      return text;
    })
    .replace(/\$\{(\d+)\|([^,|]*)[^|]*\|\}/g, (_, stop: string, text: string) => {
      defaults.set(stop, text);
      return text;
    })
    .replace(/\$\{(\d+)\}/g, (_, stop: string) => defaults.get(stop) ?? '')
    .replace('$0', '');
}

const snippet = (name: string): Snippet => {
  const found = snippets[name];
  if (found === undefined) throw new Error(`There is no snippet "${name}".`);
  return found;
};

const threeAzs = expand(snippet('Cluster design in three AZs'));
const onTop = (name: string) => `${threeAzs}\n${expand(snippet(name))}\n`;
const inCluster = (name: string) =>
  threeAzs.replace('  backupRetentionPeriod', `  ${expand(snippet(name), '  ')}\n  backupRetentionPeriod`);

/** A cluster that begins with the data of another one has its users too; its parameter group it has to name. */
const restored = (name: string) =>
  inCluster(name)
    .replace(/^master.*\n/gm, '')
    .replace(/^ {2}origin/m, '  dbClusterParameterGroupName: orders-16\n$&');
const inInstances = (name: string) =>
  threeAzs.replace(
    /( +)- \{ id: orders-b,.*/,
    (_, indentation: string) => `${indentation}${expand(snippet(name), indentation)}`,
  );

/** Every snippet where a person would put it. */
const blueprints: Readonly<Record<string, string>> = {
  'Cluster design': expand(snippet('Cluster design')),
  'Cluster design in three AZs': threeAzs,
  Reader: inInstances('Reader'),
  'Secondary Region': onTop('Secondary Region'),
  'Auto scaling of readers': inCluster('Auto scaling of readers'),
  'Serverless v2 capacity': inCluster('Serverless v2 capacity').replaceAll('db.r7g.large', 'db.serverless'),
  'Custom endpoint': inCluster('Custom endpoint'),
  'Restore of a snapshot': restored('Restore of a snapshot'),
  'Restore to a point in time': restored('Restore to a point in time'),
  Clone: restored('Clone'),
  'Machine learning roles': onTop('Machine learning roles'),
  Objectives: onTop('Objectives'),
  Scenario: onTop('Scenario'),
};

describe('every snippet is part of a blueprint without findings', () => {
  test('and every one is tried', () => {
    expect(Object.keys(blueprints)).toEqual(Object.keys(snippets));
  });

  test.each(Object.entries(blueprints))('%s', (_, text) => {
    expect(text).not.toMatch(/\$[{\d]/);
    const blueprint = readBlueprint(text);
    expect(blueprint.documents).toHaveLength(1);
    expect(checkBlueprint(blueprint)).toEqual([]);
  });
});

describe('snippets are found', () => {
  const prefixes = Object.values(snippets).map(({ prefix }) => prefix);

  test('by prefixes of their own', () => {
    expect(new Set(prefixes).size).toBe(prefixes.length);
  });

  test('that begin with the key they write, where they write one group', () => {
    const groups = Object.values(snippets).filter(({ body }) => !/^(aurora: 1$|- )/.test(body[0] ?? ''));
    expect(groups.length).toBeGreaterThan(5);
    for (const { prefix, body } of groups) expect(prefix).toMatch(new RegExp(`^${body[0]?.split(':')[0]}(-|$)`));
  });
});
