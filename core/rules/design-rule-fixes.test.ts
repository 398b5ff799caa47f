import { describe, expect, test } from 'vitest';
import { readBlueprint } from '../design/readers/blueprint.ts';
import { cluster, instances } from '../testing/blueprint-texts.ts';
import { applyEdits } from '../text/range.ts';
import { checkBlueprint } from './check-blueprint.ts';

/** The text with the first fix of its only finding. */
function mend(text: string): string {
  const [finding, ...others] = checkBlueprint(readBlueprint(text));
  expect(others).toEqual([]);
  return applyEdits(text, finding?.fixes[0]?.edits ?? []);
}

describe('fixes', () => {
  test.each([
    ['03.00-03.30', '03:00-03:30'],
    ['0300-0330', '03:00-03:30'],
    ['3:00 - 3:30', '03:00-03:30'],
    ['from 23:45 to 0:15', '23:45-00:15'],
  ])('AUR303: the backup window %s becomes %s', (written, window) => {
    expect(mend(cluster(`  preferredBackupWindow: ${written}\n`))).toBe(
      cluster(`  preferredBackupWindow: ${window}\n`),
    );
  });

  test.each([
    ['Sunday 5:00-5:30', 'sun:05:00-sun:05:30'],
    ['sun 05:00 - sun 05:30', 'sun:05:00-sun:05:30'],
    ['SATURDAY:23:45-SUNDAY:00:15', 'sat:23:45-sun:00:15'],
  ])('AUR501: the maintenance window %s becomes %s', (written, window) => {
    const text = cluster(`  preferredMaintenanceWindow: ${written}\n`);
    expect(mend(text)).toBe(cluster(`  preferredMaintenanceWindow: ${window}\n`));
  });

  test('AUR002: an instance is renamed with all that names it', () => {
    const text = instances(
      '    - { id: a_1, class: db.r7g.large }\n    - { id: a-1, class: db.r7g.large }\n',
      `  endpoints: [{ id: x, type: ANY, staticMembers: [a_1] }]
scenarios:
  - name: x
    events: [{ at: 1s, crash: a_1 }, { at: 2s, fail: instance, target: a_1 }, { at: 3s, crash: writer }]
    expect: { promoted: a_1, at: [{ at: 5s, writer: a_1, endpoints: { x: [a_1] } }] }
`,
    );
    expect(mend(text)).toBe(text.replaceAll('a_1', 'a-2'));
  });

  test('AUR104: instances are spread over the AZs of the cluster, its own list first', () => {
    const [zone, other] = ['availabilityZone: us-east-1b', 'availabilityZone: us-east-1f'];
    const text = instances(
      `    - { id: a, class: db.r7g.large, ${zone} }\n    - { id: b, class: db.r7g.large, ${zone} }\n`,
      '  availabilityZones: [us-east-1f, us-east-1b]\n',
    );
    expect(mend(text)).toBe(text.replace(`b, class: db.r7g.large, ${zone}`, `b, class: db.r7g.large, ${other}`));
  });

  test('AUR103: a reader without an AZ joins a writer without one', () => {
    const production = (items: string) =>
      instances(
        items,
        '  backupRetentionPeriod: 7\n  deletionProtection: true\n  enableCloudwatchLogsExports: [postgresql]\nprofile: production\n',
      );
    const writer = '    - { id: a, class: db.r7g.large }\n';
    expect(mend(production(writer))).toBe(production(`${writer}    - { id: a-2, class: db.r7g.large }\n`));
  });

  test('AUR106: of too many AZs the first that nobody uses goes', () => {
    const list = (zones: string) =>
      cluster(`  availabilityZones:\n${zones}`).replace('orders-a,', 'orders-a, availabilityZone: us-east-1d,');
    const zones = [...'abcd'].map((letter) => `    - us-east-1${letter} # ${letter}\n`);
    expect(mend(list(zones.join('')))).toBe(list([zones[0], zones[1], zones[3]].join('')));
  });

  test('AUR107: an AZ of another Region gives way to one that nobody uses yet', () => {
    const text = (zones: readonly string[]) =>
      instances(
        zones
          .map((zone, index) => `    - { id: i${index}, class: db.r7g.large, availabilityZone: ${zone} }\n`)
          .join(''),
      );
    expect(mend(text(['us-east-1b', 'eu-west-1c']))).toBe(text(['us-east-1b', 'us-east-1c']));
    expect(mend(text(['us-east-1b', 'eu-west-1b']))).toBe(text(['us-east-1b', 'us-east-1a']));
  });

  test('AUR605: a burstable class gives way to what the other instances have', () => {
    const text = (second: string) =>
      instances(
        `    - { id: a, class: db.r6g.2xlarge }\n    - { id: b, class: ${second} }\n`,
        'secondaries: [{ region: eu-west-1 }]\n',
      );
    const [burstable] = checkBlueprint(readBlueprint(text('db.t4g.medium')));
    expect(applyEdits(text('db.t4g.medium'), burstable?.fixes[0]?.edits ?? [])).toBe(text('db.r6g.2xlarge'));
  });

  test('AUR120: without multi-master one writer is left', () => {
    const text = instances(
      '    - { id: a, class: db.r7g.large, role: writer }\n    - { id: b, class: db.r7g.large, role: writer }\n',
      '  engineMode: multimaster\n',
    );
    expect(mend(text)).toBe(
      text
        .replace('  engineMode: multimaster\n', '')
        .replace(
          'role: writer }\n    - { id: b, class: db.r7g.large, role: writer',
          'role: writer }\n    - { id: b, class: db.r7g.large, role: reader',
        ),
    );
  });
});
