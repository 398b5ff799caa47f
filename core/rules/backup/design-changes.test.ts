import { describe, expect, test } from 'vitest';
import { cluster } from '../../testing/blueprint-texts.ts';
import { saidOfEdit } from '../../testing/edits.ts';

describe('AUR319, AUR330, AUR406: a blueprint', () => {
  const said = (earlier: string, later: string, engine = 'aurora-mysql') =>
    saidOfEdit(cluster(earlier, engine), cluster(later, engine));

  test.each([
    ['kmsKeyId', 'alias/a', 'alias/b'],
    ['storageEncrypted', 'true', 'false'],
    ['dbSubnetGroupName', 'one', 'two'],
  ])('%s is kept for life', (property, before, after) => {
    expect(said(`  ${property}: ${before}\n`, `  ${property}: ${after}\n`).join()).toContain(
      `warning AUR319 ${property} changes from ${before} to ${after}, and a cluster keeps it for life: RDS has no call that changes it. Put ${before} back, or plan a new cluster beside this one`,
    );
    expect(said(`  ${property}: ${before}\n`, '')).toEqual([]);
    expect(said('', `  ${property}: ${before}\n`)).toEqual([]);
  });

  test.each([
    ['engine', 'engine: aurora-mysql', 'engine: aurora-postgresql', 'from aurora-mysql to aurora-postgresql'],
    ['databaseName', 'name: orders\ndatabaseName: a', 'name: orders\ndatabaseName: b', 'from a to b'],
    ['masterUsername', 'name: orders\nmasterUsername: a', 'name: orders\nmasterUsername: b', 'from a to b'],
  ])('%s stands on top and is said once', (property, before, after, words) => {
    const text = (top: string) =>
      cluster('secondaries:\n  - { region: eu-west-1 }\n', 'aurora-mysql').replace(
        top.startsWith('engine') ? /^engine.*$/m : /^name.*$/m,
        top,
      );
    const own = saidOfEdit(text(before), text(after)).filter((one) => one.includes('AUR319'));
    expect(own).toEqual([expect.stringContaining(`AUR319 ${property} changes ${words}, `)]);
  });

  test('Availability Zones are a set', () => {
    const zones = (list: string) => `  availabilityZones: [${list}]\n`;
    expect(said(zones('us-east-1a, us-east-1b, us-east-1c'), zones('us-east-1c, us-east-1a, us-east-1b'))).toEqual([]);
    expect(
      said(zones('us-east-1a, us-east-1b, us-east-1c'), zones('us-east-1a, us-east-1b, us-east-1d')).join(),
    ).toContain(
      'availabilityZones changes from us-east-1a, us-east-1b and us-east-1c to us-east-1a, us-east-1b and us-east-1d',
    );
  });

  test('backtrack is switched by leaving it out as well', () => {
    expect(said('  backtrackWindow: 86400\n', '')[0]).toContain('AUR406 backtrackWindow is lowered from 86400 to 0 s');
    expect(said('', '  backtrackWindow: 86400\n')[0]).toContain('AUR406 backtrackWindow is raised from 0 to 86400 s');
    expect(said('  backtrackWindow: 3600\n', '  backtrackWindow: 86400\n')).toEqual([]);
  });

  test('clusters are paired by their identifiers, in whatever order', () => {
    const text = (first: string, second: string) => `aurora: 1
name: orders
engine: aurora-mysql
primary: { ${first}, instances: [{ id: a, class: db.r7g.large }, { id: b, class: db.r7g.large }] }
secondaries: [{ ${second}, instances: [{ id: c, class: db.r7g.large }, { id: d, class: db.r7g.large }] }]
`;
    const [one, other] = [
      'clusterIdentifier: one, region: us-east-1, kmsKeyId: a',
      'clusterIdentifier: other, region: eu-west-1, kmsKeyId: b',
    ];
    expect(saidOfEdit(text(one, other), text(other, one))).toEqual([]);
    expect(saidOfEdit(text(one, other), text(one, other.replace('kmsKeyId: b', 'kmsKeyId: z')))).toHaveLength(1);
    expect(
      saidOfEdit(
        text(one, other),
        text(
          one
            .replace('identifier: one', 'identifier: uno')
            .replace('Identifier: one', 'Identifier: uno')
            .replace('kmsKeyId: a', 'kmsKeyId: z'),
          other,
        ),
      ),
    ).toHaveLength(1);
    expect(
      saidOfEdit(
        text(one, other),
        text(one, other.replace('Identifier: other', 'Identifier: new').replace('kmsKeyId: b', 'kmsKeyId: z')),
      ),
    ).toEqual([]);
  });

  test('a cluster of the same name in two Regions is paired in its own', () => {
    const text = (keys: readonly [string, string]) => `aurora: 1
name: orders
engine: aurora-mysql
primary: { region: us-east-1, kmsKeyId: ${keys[0]}, instances: [{ id: a, class: db.r7g.large }] }
secondaries: [{ region: eu-west-1, kmsKeyId: ${keys[1]}, instances: [{ id: c, class: db.r7g.large }] }]
`;
    expect(saidOfEdit(text(['a', 'b']), text(['a', 'c']))).toEqual([
      expect.stringContaining('kmsKeyId changes from b to c'),
    ]);
  });

  test('designs of one file are paired by name', () => {
    const one = cluster('  kmsKeyId: a\n');
    const other = cluster('  kmsKeyId: b\n').replace('name: orders', 'name: shop').replaceAll('orders-', 'shop-');
    expect(saidOfEdit(`${one}---\n${other}`, `${other}---\n${one}`)).toEqual([]);
    expect(saidOfEdit(`${one}---\n${other}`, `${other.replace('kmsKeyId: b', 'kmsKeyId: z')}---\n${one}`)).toHaveLength(
      1,
    );
    expect(saidOfEdit(one, other)).toHaveLength(1);
    expect(
      saidOfEdit(`${one}---\n${other}`, cluster('  kmsKeyId: c\n').replace('name: orders', 'name: third')),
    ).toEqual([]);
  });

  test('broken text before the edit is compared with nothing', () => {
    const broken = `${cluster('  kmsKeyId: a\n')}  x: [\n`;
    expect(saidOfEdit(broken, cluster('  kmsKeyId: b\n'))).toEqual([]);
  });
});
