import { describe, expect, test } from 'vitest';
import { refactor, titles } from '../../testing/refactor.ts';

const blueprint = (lines = '', rest = '', instanceClass = 'db.r7g.large') => `aurora: 1
name: orders$0
engine: aurora-postgresql
engineVersion: "16.13"

primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: ${instanceClass}, availabilityZone: us-east-1a }
${lines}${rest}`;

test('three Regions are offered, each with readers or headless', () => {
  expect(titles(blueprint())).toEqual([
    'Make it a global database: add a secondary in eu-west-1 (Europe (Ireland))',
    'Make it a global database: add a secondary in us-west-2 (US West (Oregon))',
    'Make it a global database: add a secondary in ap-southeast-1 (Asia Pacific (Singapore))',
    'Make it a global database: add a headless secondary in eu-west-1 (Europe (Ireland))',
    'Make it a global database: add a headless secondary in us-west-2 (US West (Oregon))',
    'Make it a global database: add a headless secondary in ap-southeast-1 (Asia Pacific (Singapore))',
  ]);
});

test('a secondary has two readers, and the settings that it does not inherit', () => {
  const settings =
    '  storageType: aurora-iopt1\n  deletionProtection: true\n  enableCloudwatchLogsExports: [postgresql]\n';
  const workload = '\n# what it serves\nworkload: { connections: 800 }\n';
  expect(refactor(blueprint(settings, workload), 'a secondary in eu-west-1')).toBe(
    blueprint(
      settings,
      `
secondaries:
  - clusterIdentifier: orders-euw1
    region: eu-west-1
    storageType: aurora-iopt1
    instances:
      - { id: orders-euw1-a, class: db.r7g.large, availabilityZone: eu-west-1a }
      - { id: orders-euw1-b, class: db.r7g.large, availabilityZone: eu-west-1b }
    deletionProtection: true
    enableCloudwatchLogsExports: [ postgresql ]
${workload}`,
    ).replace('$0', ''),
  );
});

test('a headless one stands behind the secondaries that are there', () => {
  const one = 'secondaries:\n  - region: eu-west-1\n    clusterIdentifier: orders-euw1 # Ireland\n';
  expect(refactor(blueprint('', one), 'Add a headless secondary in us-west-2')).toBe(
    blueprint('', `${one}  - clusterIdentifier: orders-usw2\n    region: us-west-2\n`).replace('$0', ''),
  );
});

describe('none is offered', () => {
  test.each([
    ['beside a burstable class', blueprint('', '', 'db.t4g.medium')],
    ['beside backtrack', blueprint('  backtrackWindow: 3600\n')],
    ['beside another engine mode', blueprint('  engineMode: multimaster\n')],
    ['of a Limitless version', blueprint().replace('16.13', '16.9-limitless')],
    ['of a name that RDS refuses', blueprint().replace('orders$0', 'orders_1$0')],
    [
      'beside ten others',
      blueprint(
        '',
        `secondaries:\n${Array.from({ length: 10 }, (_, index) => `  - { region: r-${index} }\n`).join('')}`,
      ),
    ],
    [
      'where the cursor stands on something else',
      blueprint('  port: 5432\n').replace('$0', '').replace('5432', '$05432'),
    ],
  ])('%s', (_, text) => {
    expect(titles(text).filter((title) => title.includes('secondary'))).toEqual([]);
  });
});
