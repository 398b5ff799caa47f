import { describe, expect, test } from 'vitest';
import { clustersOf } from '../../design/design.ts';
import { formatPath } from '../../design/path.ts';
import { readBlueprint } from '../../design/readers/blueprint.ts';
import { readTemplate } from '../../design/readers/template.ts';
import { designOf, multiMaster, threeZones, timelineOf, twoRegions } from '../../simulation/testing/example.ts';
import { exampleBlueprints } from '../../testing/examples.ts';
import { instance, template } from '../../testing/template-texts.ts';
import { designOfTemplateCluster } from '../../topology/picture/design-of-template-cluster.ts';
import { lensesOf } from './lenses.ts';
import { lossOfZone } from './zone-loss.ts';

/** What stands above each part of a design, with the losses played. */
function shown(text: string): readonly string[] {
  const design = designOf(text);
  return lensesOf(design, () => true).map(({ path, title, zone }) => {
    const cluster = clustersOf(design).find((candidate) => candidate.path === path);
    const loss =
      zone === undefined || cluster === undefined ? '' : `lose ${zone}: ${lossOfZone(design, cluster, zone)}`;
    return `${formatPath(path)}: ${title ?? loss}`;
  });
}

const instances = (...items: readonly string[]) =>
  `primary: { region: us-east-1, instances: [${items.map((item) => `{ class: db.r7g.large, ${item} }`).join(', ')}] }\n`;
const inZone = (id: string, zone: string) => `id: ${id}, availabilityZone: us-east-1${zone}`;

test('above a primary stands who it has where, the panel, and what the loss of each AZ does', () => {
  expect(shown(threeZones)).toEqual([
    'primary: 1 writer, 2 readers in 3 AZs',
    'primary: Topology',
    'primary: Simulate',
    'primary: lose us-east-1a: orders-b promoted, reads stay',
    'primary: lose us-east-1b: nothing stops',
    'primary: lose us-east-1c: nothing stops',
  ]);
});

test('above a multi-master cluster stands that it has writers alone, and none of its AZs takes writes away', () => {
  expect(shown(multiMaster)).toEqual([
    'primary: 3 writers in 3 AZs',
    'primary: Topology',
    'primary: Simulate',
    'primary: lose us-east-1a: nothing stops',
    'primary: lose us-east-1b: nothing stops',
    'primary: lose us-east-1c: nothing stops',
  ]);
});

test('above a secondary who it has, and what becomes of its reads', () => {
  expect(shown(twoRegions).filter((lens) => lens.startsWith('secondaries'))).toEqual([
    'secondaries[0]: 1 reader in 1 AZ',
    'secondaries[0]: lose eu-west-1a: reads away',
    'secondaries[0]: lose eu-west-1b: reads stay',
    'secondaries[0]: lose eu-west-1c: reads stay',
  ]);
});

test('a writer alone is away as long as its AZ, and for the time that it takes to start again', () => {
  const [, , , loss] = shown(instances(inZone('orders-a', 'a')));
  expect(loss).toBe('primary: lose us-east-1a: writes away 10 min 10 s, reads away 10 min 10 s');
});

describe('nothing is said', () => {
  test('of the loss of an AZ where an instance leaves its own open', () => {
    expect(shown(instances('id: a', inZone('b', 'b')))).toEqual([
      'primary: 1 writer, 1 reader',
      'primary: Topology',
      'primary: Simulate',
    ]);
  });

  test('of instances that cannot be read', () => {
    expect(shown('primary: { region: us-east-1, instances: many }\n')).toEqual([]);
  });

  test('of kinds that are not wanted', () => {
    const kinds = lensesOf(designOf(threeZones), (kind) => kind === 'summary').map(({ kind }) => kind);
    expect(kinds).toEqual(['summary']);
  });
});

test('a cluster without instances is named for what it is', () => {
  expect(
    shown('primary: { region: us-east-1 }\nsecondaries: [{ region: eu-west-1 }]\n').filter((lens) =>
      /:.*inst|headless/.test(lens),
    ),
  ).toEqual(['primary: no instance', 'secondaries[0]: headless: storage only']);
});

test('a scenario is played with the seed it asks for', () => {
  const design = designOf(
    `${threeZones}scenarios: [{ name: x, seed: 7, events: [] }, { name: y, events: [] }, { events: [] }]\n`,
  );
  const played = lensesOf(design, (kind) => kind === 'simulation').filter(({ run }) => run !== undefined);
  expect(played.map(({ path, run, seed }) => [formatPath(path), run, seed])).toEqual([
    ['scenarios[0]', { scenario: 'x' }, 7],
    ['scenarios[1]', { scenario: 'y' }, 1],
  ]);
});

test.each(exampleBlueprints)(
  'what a lens of %s says of the loss of an AZ is what the fault that it plays comes to',
  (_, text) => {
    const design = readBlueprint(text).documents[0]?.design;
    if (design === undefined) throw new Error('no design');
    const losses = lensesOf(design, (kind) => kind === 'zoneLoss').filter(({ run }) => run !== undefined);
    expect(losses).toHaveLength(3);
    for (const { zone = '', run, seed } of losses) {
      const { verdict } = timelineOf(design, run as { readonly fault: string }, seed);
      const words = lossOfZone(design, design.primary, zone) ?? '';
      expect(words.includes(' promoted')).toBe(verdict.promoted !== 'nobody');
      if (verdict.promoted !== 'nobody') expect(words).toContain(verdict.promoted);
      expect(/reads stay|nothing stops/.test(words)).toBe(verdict.readsUnavailableSeconds === 0);
    }
  },
);

test('an instance of a template without an identifier goes by its logical id', () => {
  const zones = ['a', 'b'].map((zone) =>
    instance(`Db${zone.toUpperCase()}`, `      AvailabilityZone: us-east-1${zone}\n`),
  );
  const { clusters, syntax } = readTemplate(template('', { resources: zones.join('') })) ?? {};
  if (clusters?.[0] === undefined || syntax === undefined) throw new Error('no cluster');
  const { design } = designOfTemplateCluster(clusters[0], syntax);
  expect(lossOfZone(design, design.primary, 'us-east-1a')).toMatch(/^DbB promoted, reads /);
});
