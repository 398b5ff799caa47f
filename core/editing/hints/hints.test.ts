import { expect, test } from 'vitest';
import { readBlueprint } from '../../design/readers/blueprint.ts';
import { regions } from '../../facts/regions.ts';
import { exampleBlueprints } from '../../testing/examples.ts';
import type { HintKind } from './hint.ts';
import { hintsOf } from './hints.ts';

/** The text with the hints of one kind in it, as an editor shows them. */
function shown(text: string, kind: HintKind): string {
  const insertions = readBlueprint(text).documents.flatMap(({ design, locator }) =>
    hintsOf(design, (one) => one === kind).map(({ path, at, text: hint }) => {
      const place = locator.placeOf(path);
      const range = at === 'key' ? place?.key : place?.value;
      return { at: range?.end ?? -1, hint: `⟨${hint}⟩` };
    }),
  );
  return insertions
    .sort((a, b) => b.at - a.at)
    .reduce((result, { at, hint }) => result.slice(0, at) + hint + result.slice(at), text);
}

const cluster = (lines: string, region = 'us-east-1') => `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: ${region}
${lines}`;

test('windows by local time, in summer too where clocks change', () => {
  const windows = '  preferredBackupWindow: 03:00-03:30\n  preferredMaintenanceWindow: "sun:03:00-sun:03:30"\n';
  expect(shown(cluster(windows), 'localTime')).toBe(
    cluster(
      '  preferredBackupWindow: 03:00-03:30⟨N. Virginia 22:00, summer 23:00⟩\n' +
        '  preferredMaintenanceWindow: "sun:03:00-sun:03:30"⟨N. Virginia sat:22:00, summer sat:23:00⟩\n',
    ),
  );
  expect(shown(cluster('  preferredBackupWindow: 20:00-20:45\n', 'ap-south-1'), 'localTime')).toContain(
    '20:00-20:45⟨Mumbai 01:30⟩',
  );
  const ofInstance = '  instances: [{ id: a, class: db.r7g.large, preferredMaintenanceWindow: mon:22:00-mon:22:30 }]\n';
  expect(shown(cluster(ofInstance, 'ap-northeast-1'), 'localTime')).toContain('⟨Tokyo tue:07:00⟩');
});

test('no local time where the Region or the window cannot be read', () => {
  const text = cluster('  preferredBackupWindow: 03:00-03:30\n', 'eu-nowhere-1');
  expect(shown(text, 'localTime')).toBe(text);
  const malformed = cluster('  preferredBackupWindow: soon\n');
  expect(shown(malformed, 'localTime')).toBe(malformed);
});

test('who writes and who is promoted, by tier, then size, then anybody', () => {
  const text = cluster(`  instances:
    - { id: a, class: db.r7g.large }
    - { id: b, class: db.r7g.large, promotionTier: 2 }
    - { id: c, class: db.r7g.2xlarge }
    - { id: d, class: db.r7g.large }
    - { id: e, class: db.r7g.large }
`);
  const three = text.replace('class: db.r7g.2xlarge', 'class: db.r7g.large');
  expect(shown(three, 'promotion')).toContain('id: c⟨promoted first, or one of 2 others⟩');
  expect(shown(text, 'promotion')).toBe(
    text
      .replace('id: a', 'id: a⟨writer⟩')
      .replace('id: c', 'id: c⟨promoted first⟩')
      .replace('id: d', 'id: d⟨promoted second, or e⟩')
      .replace('id: e', 'id: e⟨promoted third⟩'),
  );
});

test('nobody is called the writer where it is written, and nobody is promoted where an id cannot be read', () => {
  const text = cluster(
    '  instances: [{ id: a, class: db.r7g.large, role: writer }, { id: [], class: db.r7g.large }]\n',
  );
  expect(shown(text, 'promotion')).toBe(text);
});

test('a secondary of a global database has nobody to promote by itself', () => {
  const text = cluster(
    '  instances: [{ id: a, class: db.r7g.large, role: writer }]\nsecondaries:\n  - { region: eu-west-1, instances: [{ id: b, class: db.r7g.large }, { id: c, class: db.r7g.large }] }\n',
  );
  expect(shown(text, 'promotion')).toBe(text);
});

test('Serverless v2 readers scale with the writer, or by themselves', () => {
  const text = cluster(`  instances:
    - { id: a, class: db.serverless }
    - { id: b, class: db.serverless }
    - { id: c, class: db.serverless, promotionTier: 2 }
    - { id: d, class: db.r7g.large }
`);
  expect(shown(text, 'capacity')).toBe(
    text
      .replace('b, class: db.serverless', 'b, class: db.serverless⟨scales with the writer⟩')
      .replace('c, class: db.serverless', 'c, class: db.serverless⟨scales by its own load⟩'),
  );
});

test('the volume in a year', () => {
  const volume = (size: string) => cluster(`  volume: { ${size}growthPerDay: 20 GiB }\n`);
  expect(shown(volume('size: 4 TiB, '), 'growth')).toContain('20 GiB⟨11.1 TiB in a year⟩');
  expect(shown(volume(''), 'growth')).toContain('20 GiB⟨7.2 TiB in a year⟩');
  expect(shown(volume('size: large, '), 'growth')).toBe(volume('size: large, '));
});

test('defaults that matter, where nothing is written', () => {
  const instances = '  instances: [{ id: a, class: db.r7g.large }]\n';
  expect(shown(cluster(instances), 'defaults')).toContain('primary⟨backups 1 day, deletable, pay per I/O⟩:');
  const said = cluster(
    `${instances}  backupRetentionPeriod: 7\n  deletionProtection: true\n  storageType: aurora-iopt1\n`,
  );
  expect(shown(said, 'defaults')).toBe(said);
  const restored = cluster(`${instances}  origin: { snapshot: { snapshotIdentifier: before } }\n`);
  expect(shown(restored, 'defaults')).toBe(restored);
});

test('no hint is longer than an editor shows', () => {
  const windows = regions.map(({ code }) => cluster('  preferredMaintenanceWindow: "sun:03:00-sun:03:30"\n', code));
  for (const text of [...windows, ...exampleBlueprints.map(([, example]) => example)]) {
    for (const { design } of readBlueprint(text).documents) {
      for (const hint of hintsOf(design, () => true)) expect(hint.text.length, hint.text).toBeLessThanOrEqual(43);
    }
  }
});
