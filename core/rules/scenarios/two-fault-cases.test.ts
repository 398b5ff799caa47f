import { expect, test } from 'vitest';
import { readBlueprint } from '../../design/readers/blueprint.ts';
import { describeRuleCases, mend } from '../../testing/rule-cases.ts';
import { checkBlueprint } from '../check-blueprint.ts';

const logs = 'deletionProtection: true\n';

/** A design for production with instances in these AZs, secondaries and objectives. */
const design = (zones: string, objectives: string, secondaries = '') => `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  availabilityZones: [us-east-1a, us-east-1b, us-east-1c]
  backupRetentionPeriod: 7
  ${logs}  enableCloudwatchLogsExports: [postgresql]
  instances:
${instances('orders', 'us-east-1', zones, '    ')}${secondaries}${objectives}`;

const secondary = (region: string, zones: string) => `  - region: ${region}
    clusterIdentifier: ${region}
    ${logs}    enableCloudwatchLogsExports: [postgresql]
    instances:
${instances(region, region, zones, '      ')}`;

const instances = (name: string, region: string, zones: string, indent: string) =>
  [...zones]
    .map(
      (zone, index) =>
        `${indent}- { id: ${name}-${index}, class: db.r7g.large, availabilityZone: ${region}${zone}, promotionTier: ${index} }\n`,
    )
    .join('');

const eu = secondary('eu-west-1', 'ab');
const crowded = eu.replace('eu-west-1b', 'eu-west-1a').replace('instances:\n', 'instances:\n#   ^^^^^^^^^ AUR104\n');

describeRuleCases({
  SIM017: [
    [
      'two readers crash with the writer: 26 s until one of them is promoted',
      design(
        'ab',
        'objectives: { writerRecovery: 25s, survive: [instance] }\n#                             ^^^ SIM011\n#                             ^^^ SIM017 orders-0 and orders-1\n',
      ),
    ],
    [
      '26 s are enough',
      design(
        'ab',
        'objectives: { writerRecovery: 26s, survive: [instance] }\n#                             ^^^ SIM011\n',
      ),
    ],
    [
      'a third instance is ready',
      design(
        'abc',
        'objectives: { writerRecovery: 25s, survive: [instance] }\n#                             ^^^ SIM011\n',
      ),
    ],
    [
      'an AZ, and the reader outside it',
      design(
        'ab',
        'objectives: { writerRecovery: 25s, survive: [instance, az] }\n#                             ^^^ SIM011\n#                             ^^^ SIM017 orders-0 and orders-1\n',
      ),
    ],
    ['two AZs of the volume take the writes of every design', design('ab', 'objectives: { survive: [az] }\n')],
    [
      'a Region, and the only AZ of the other one; no time is demanded',
      design(
        'ab',
        'objectives: { survive: [az, region] }\n#                           ^^^^^^ SIM017 us-east-1 and eu-west-1a\n',
        `secondaries:\n${crowded}`,
      ),
    ],
    [
      'the kind of the second fault is not demanded',
      design('ab', 'objectives: { survive: [region] }\n', `secondaries:\n${crowded}`),
    ],
    ['all Regions', design('ab', 'objectives: { regionRecovery: 7m, survive: [region] }\n', `secondaries:\n${eu}`)],
    [
      'two Regions of three, and the third is headless',
      design(
        'ab',
        'objectives: { regionRecovery: 7m, survive: [region] }\n#                             ^^ SIM017 us-east-1 and eu-west-1 at the same time\n',
        `secondaries:\n${eu}  - region: eu-central-1\n#   ^^^^^^^^^^^^^^^^^^^^ AUR612\n    clusterIdentifier: de\n    deletionProtection: true\n    enableCloudwatchLogsExports: [postgresql]\n`,
      ),
    ],
    [
      'what one fault breaks is said of it alone',
      design('aa', 'objectives: { survive: [instance, az] }\n#                                 ^^ SIM002\n').replace(
        'instances:\n',
        'instances:\n# ^^^^^^^^^ AUR104\n',
      ),
    ],
  ],
});

test.each([
  design('ab', 'objectives: { writerRecovery: 25s, survive: [instance] }\n'),
  design('ab', 'objectives: { survive: [az, region] }\n', `secondaries:\n${crowded}`),
])('its fix helps: nothing is said any more', (text) => {
  const mended = checkBlueprint(readBlueprint(mend(text, 'SIM017')));
  expect(mended.map(({ rule }) => rule).filter((rule) => /^SIM0(02|03|06|12|17)$/.test(rule))).toEqual([]);
});

test('in development two faults at once are nobody’s concern', () => {
  const text = design('ab', 'profile: development\nobjectives: { writerRecovery: 25s, survive: [instance] }\n');
  expect(checkBlueprint(readBlueprint(text)).map(({ rule }) => rule)).toEqual(['SIM011']);
});
