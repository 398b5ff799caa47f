import { describe, expect, test } from 'vitest';
import { readBlueprint } from '../../design/readers/blueprint.ts';
import { cluster, instances } from '../../testing/blueprint-texts.ts';
import { describeRuleCases } from '../../testing/rule-cases.ts';
import { applyEdits } from '../../text/range.ts';
import { checkBlueprint } from '../check-blueprint.ts';

const development = 'profile: development\n';
const secondary = (more = '') => `secondaries:\n  - region: eu-west-1\n    clusterIdentifier: eu\n${more}`;
/** A secondary without instances, where instances are demanded. */
const headless = 'secondaries:\n  - region: eu-west-1\n#   ^^^^^^^^^^^^^^^^^ AUR612\n    clusterIdentifier: eu\n';
const demandingRegion = 'objectives: { regionRecovery: 5m }\n#                             ^^ SIM006 No secondary\n';
const twoInstances = '    instances: [{ id: eu-a, class: db.r7g.large }, { id: eu-b, class: db.r7g.large }]\n';
const one = (properties: string, lines: string) =>
  instances(`    - { id: a, class: db.r7g.large${properties} }\n`, lines);
const inZones = (first: string, second: string, lines: string) =>
  instances(`    - { id: a, class: db.r7g.large${first} }\n    - { id: b, class: db.r7g.large${second} }\n`, lines);
const inZone = (letter: string) => `, availabilityZone: us-east-1${letter}`;
const bound = (seconds: string) => `  parameters: { rds.global_db_rpo: ${seconds} }\n`;

describeRuleCases({
  SIM002: [
    [
      'several writers in one AZ go with it',
      inZones(
        inZone('a'),
        inZone('a'),
        `  engineMode: multimaster\n#             ^^^^^^^^^^^ AUR120\n${development}objectives: { survive: [az] }\n#                       ^^ SIM002 no writer stands outside it\n`,
      ).replace('instances:\n', 'instances:\n# ^^^^^^^^^ AUR104\n'),
    ],
    [
      'the readers stand in the AZ of the writer',
      inZones(
        inZone('a'),
        inZone('a'),
        `${development}objectives: { survive: [az] }\n#                       ^^ SIM002 us-east-1a\n`,
      ).replace('instances:\n', 'instances:\n# ^^^^^^^^^ AUR104\n'),
    ],
    ['nobody knows where anyone stands', inZones('', '', `${development}objectives: { survive: [az] }\n`)],
    [
      'also with one more node',
      one(
        '',
        `${development}objectives: { survive: [az+1] }\n#                       ^^^^ SIM002 the AZ of the writer\n`,
      ),
    ],
    ['only what is demanded', one('', `${development}objectives: { survive: [instance, segment] }\n`)],
    [
      'auto scaling adds readers',
      one(
        '',
        `  autoScaling: { minCapacity: 1, maxCapacity: 2 }\n# ^^^^^^^^^^^ AUR809\n${development}objectives: { survive: [az] }\n`,
      ),
    ],
    [
      'auto scaling may add none',
      inZones(
        inZone('a'),
        inZone('a'),
        `  autoScaling: { minCapacity: 0, maxCapacity: 2 }\n${development}objectives: { survive: [az] }\n#                       ^^ SIM002\n`,
      ).replace('instances:\n', 'instances:\n# ^^^^^^^^^ AUR104\n'),
    ],
    ['Aurora chooses the AZ of the reader', inZones(inZone('a'), '', `${development}objectives: { survive: [az] }\n`)],
    ['nobody knows where the writer stands', inZones('', inZone('a'), `${development}objectives: { survive: [az] }\n`)],
  ],
  SIM003: [
    ['there is a reader', cluster(`${development}objectives: { writerRecovery: 60s }\n`)],
    ['610 s are enough to recreate the writer', one('', `${development}objectives: { writerRecovery: 610s }\n`)],
    [
      '609 s are not',
      one(
        '',
        `${development}objectives: { writerRecovery: 609s }\n#                             ^^^^ SIM003 10 min 10 s\n`,
      ),
    ],
    [
      'auto scaling adds readers',
      one(
        '',
        `  autoScaling: { minCapacity: 1, maxCapacity: 2 }\n# ^^^^^^^^^^^ AUR809\n${development}objectives: { writerRecovery: 60s }\n`,
      ),
    ],
  ],
  SIM006: [
    [
      'two secondaries without an instance: one of them is mended',
      cluster(
        `${development}${headless}  - region: eu-central-1\n#   ^^^^^^^^^^^^^^^^^^^^ AUR612\n    clusterIdentifier: eu-2\n${demandingRegion}`,
      ),
    ],
    [
      'a secondary that cannot be read may have one',
      cluster(
        `${development}secondaries: [eu-west-1]\n#             ^^^^^^^^^ FMT005\nobjectives: { regionRecovery: 5m }\n`,
      ),
    ],
    [
      'instances that cannot be read may be some',
      cluster(
        `${development}${secondary('    instances: many\n#              ^^^^ FMT005\n')}objectives: { regionRecovery: 5m }\n`,
      ),
    ],
    [
      'no class of the writer to give to it',
      cluster(`${development}${headless}${demandingRegion}`).replace(
        'orders-a, class: db.r7g.large }',
        'orders-a, class: [] }\n#                            ^^ FMT005',
      ),
    ],
    [
      'no Region to say where',
      cluster(
        `${development}${headless.replace('eu-west-1\n#   ^^^^^^^^^^^^^^^^^ AUR612', '[]\n#   ^^^^^^^^^^ AUR612\n#           ^^ FMT005')}${demandingRegion}`,
      ),
    ],
    [
      'no name to make another of',
      cluster(
        `${development}${headless.replace('Identifier: eu', 'Identifier: []\n#                      ^^ FMT005')}${demandingRegion}`,
      ).replace('name: orders', 'name: []\n#     ^^ FMT005'),
    ],
    [
      'a loss that is limited is a demand',
      cluster(`${development}objectives: { regionDataLoss: 30s }\n#                             ^^^ SIM006\n`),
    ],
    ['an AZ is no Region', cluster(`${development}objectives: { survive: [az] }\n`)],
    [
      'a binlog replica can take over',
      cluster(
        `${secondary(`    replication: binlog\n${twoInstances}`)}${development}objectives: { regionRecovery: 10m }\n`,
        'aurora-mysql',
      ),
    ],
    [
      'secondaries that cannot be read',
      cluster(`secondaries: many\n#            ^^^^ FMT005\n${development}objectives: { regionRecovery: 5m }\n`),
    ],
  ],
  SIM007: [
    [
      'less than secondaries are behind',
      cluster(
        `${secondary(twoInstances)}${development}objectives: { regionDataLoss: 999ms, survive: [region] }\n#                             ^^^^^ SIM007\n`,
      ),
    ],
    [
      'as much as secondaries are behind',
      cluster(
        `${secondary(twoInstances)}${development}objectives: { regionDataLoss: 1s, survive: [region] }\n#                             ^^ SIM008\n`,
      ),
    ],
    [
      'without a secondary that is said first',
      cluster(`${development}objectives: { regionDataLoss: 0s }\n#                             ^^ SIM006\n`),
    ],
  ],
  SIM008: [
    [
      'no loss at all is another matter',
      cluster(
        `${development}${secondary(twoInstances)}objectives: { regionDataLoss: 0s }\n#                             ^^ SIM007\n`,
      ),
    ],
    [
      'Aurora MySQL has no bound',
      cluster(
        `${secondary(twoInstances)}${development}objectives: { regionDataLoss: 5s }\n#                             ^^ SIM008 Aurora MySQL has no\n`,
        'aurora-mysql',
      ),
    ],
    [
      'a binlog replica is no member of a global database',
      cluster(
        `${secondary(`    replication: binlog\n${twoInstances}`)}${development}objectives: { regionDataLoss: 5s }\n`,
        'aurora-mysql',
      ),
    ],
  ],
  SIM011: [
    [
      'several writers have no failover to wait for',
      cluster(
        `  engineMode: multimaster\n#             ^^^^^^^^^^^ AUR120\n${development}objectives: { writerRecovery: 1s, survive: [instance] }\n`,
        'aurora-mysql',
      ),
    ],
    ['30 s are often met', cluster(`${development}objectives: { writerRecovery: 30s }\n`)],
    ['29 s', cluster(`${development}objectives: { writerRecovery: 29s }\n#                             ^^^ SIM011\n`)],
  ],
  SIM012: [
    ['as fast as assumed', cluster(`${secondary(twoInstances)}${development}objectives: { regionRecovery: 245s }\n`)],
    [
      'a second less',
      cluster(
        `${secondary(twoInstances)}${development}objectives: { regionRecovery: 244s }\n#                             ^^^^ SIM012\n`,
      ),
    ],
    [
      'a Region that has to survive is judged by the upper values',
      cluster(
        `${secondary(twoInstances)}${development}objectives: { regionRecovery: 389s, survive: [region] }\n#                             ^^^^ SIM012 6 min 30 s that all of this may take\n`,
      ),
    ],
    [
      'as slow as assumed',
      cluster(`${secondary(twoInstances)}${development}objectives: { regionRecovery: 390s, survive: [region] }\n`),
    ],
    [
      'without a secondary that is said first',
      cluster(`${development}objectives: { regionRecovery: 1m }\n#                             ^^ SIM006\n`),
    ],
  ],
  SIM016: [
    [
      'another parameter',
      cluster(
        `  parameters: { work_mem: "64000" }\n${secondary(`    parameters: { work_mem: "64000" }\n${twoInstances}`)}${development}objectives: { regionDataLoss: 30s }\n`,
      ),
    ],
    [
      'the least bound there is, and less is demanded',
      cluster(
        `${bound('20')}#                                  ^^ SIM016 Its least value, 20, is wider too\n#               ^^^^^^^^^^^^^^^^^ AUR621\n${secondary(twoInstances)}${development}objectives: { regionDataLoss: 10s }\n#                             ^^^ SIM008\n`,
      ),
    ],
    [
      'a bound that is as tight',
      cluster(
        `${bound('20')}${secondary(twoInstances)}  - region: eu-central-1\n    clusterIdentifier: de\n${twoInstances.replaceAll('eu-', 'de-')}${development}objectives: { regionDataLoss: 20s }\n`,
      ),
    ],
    [
      'without a secondary there is nothing to bound',
      cluster(
        `${bound('60')}${development}objectives: { regionDataLoss: 30s }\n#                             ^^^ SIM006\n`,
      ),
    ],
  ],
  AUR1206: [
    [
      'one of two has an instance',
      cluster(
        `${development}${headless.replace('secondaries:\n', 'secondaries:\n^^^^^^^^^^^ AUR1206 eu-west-1 and eu-central-1\n')}  - { region: eu-central-1, clusterIdentifier: de, ${twoInstances.trim()} }\nobjectives: { writerRecovery: 60s }\n`,
      ),
    ],
    ['without objectives nothing is compared', cluster(secondary(twoInstances) + development)],
    ['a Region has to survive', cluster(`${secondary(twoInstances)}${development}objectives: { survive: [region] }\n`)],
    ['a loss is limited', cluster(`${secondary(twoInstances)}${development}objectives: { regionDataLoss: 30s }\n`)],
    [
      'an objective that cannot be read may demand it',
      cluster(
        `${secondary(twoInstances)}${development}objectives: { survive: [planet] }\n#                       ^^^^^^ FMT006\n`,
      ),
    ],
    ['nobody pays twice', cluster(`${development}objectives: { survive: [az] }\n`)],
  ],
});

describe('fixes', () => {
  const check = (text: string) => checkBlueprint(readBlueprint(text));

  test('SIM006: a headless secondary gets an instance like the writer', () => {
    const text = cluster(`${secondary()}${development}objectives: { regionRecovery: 5m }\n`);
    const finding = check(text).find(({ rule }) => rule === 'SIM006');
    const mended = applyEdits(text, finding?.fixes[0]?.edits ?? []);
    expect(finding?.message).toContain('has an instance');
    expect(mended).toContain('- { id: eu-a, class: db.r7g.large }');
    expect(check(mended).map(({ rule }) => rule)).not.toContain('SIM006');
  });

  test('SIM016: a bound below the least that the parameter takes is not offered', () => {
    const objectives = `${development}objectives: { regionDataLoss: 10s }\n`;
    const text = cluster(`${bound('60')}${secondary(twoInstances)}${objectives}`);
    const finding = check(text).find(({ rule }) => rule === 'SIM016');
    expect(finding?.message).toContain('60 s');
    expect(finding?.fixes).toEqual([]);
  });

  test('AUR1206: a secondary that nobody can switch to is not made a demand', () => {
    const finding = check(cluster(`${secondary()}${development}objectives: { survive: [az] }\n`)).find(
      ({ rule }) => rule === 'AUR1206',
    );
    expect(finding?.fixes).toEqual([]);
  });
});
