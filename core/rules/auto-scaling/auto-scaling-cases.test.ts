import { cluster, instances } from '../../testing/blueprint-texts.ts';
import { describeRuleCases } from '../../testing/rule-cases.ts';

const scaling = (min: number) => `  autoScaling: { minCapacity: ${min}, maxCapacity: 4 }\n`;

describeRuleCases({
  AUR803: [
    [
      'also in a secondary without instances, where nobody knows what a reader would be',
      cluster(
        `secondaries:\n  - region: eu-west-1\n  ${scaling(0)}#                               ^ AUR803\n`.replace(
          'secondaries:\n  - region: eu-west-1\n',
          'secondaries:\n  - region: eu-west-1\n    replication: binlog\n',
        ),
        'aurora-mysql',
      ),
    ],
  ],
  AUR804: [
    [
      'policies whose metric nobody states',
      cluster(
        '  autoScaling: { minCapacity: 1, maxCapacity: 4, policies: [{ targetValue: 50 }, { targetValue: 60 }] }\n#                                                           ^^^^^^^^^^^^^^^^^^^ FMT004\n#                                                                                ^^^^^^^^^^^^^^^^^^^ FMT004\n',
      ),
    ],
    [
      'two clusters may hold the same metric',
      cluster(
        `${scaling(1).replace(' }', ', metric: RDSReaderAverageCPUUtilization }')}secondaries:\n  - region: eu-west-1\n    clusterIdentifier: replica\n    replication: binlog\n    instances: [{ id: eu-a, class: db.r7g.large }, { id: eu-b, class: db.r7g.large }]\n  ${scaling(1).replace(' }', ', metric: RDSReaderAverageCPUUtilization }')}`,
        'aurora-mysql',
      ),
    ],
  ],
  AUR805: [
    [
      'the primary of a global database',
      cluster(
        `${scaling(1)}secondaries:\n  - region: eu-west-1\n    instances: [{ id: orders-eu, class: db.r7g.large }]\n`,
      ),
    ],
    [
      'a secondary of a global database',
      cluster(
        `secondaries:\n  - region: eu-west-1\n    instances: [{ id: orders-eu, class: db.r7g.large }]\n  ${scaling(1)}#   ^^^^^^^^^^^ AUR805 secondary\n`,
      ),
    ],
    [
      'a binlog replica is a cluster of its own',
      cluster(
        `secondaries:\n  - region: eu-west-1\n    replication: binlog\n    instances: [{ id: orders-eu, class: db.r7g.large }, { id: orders-eu-2, class: db.r7g.large }]\n  ${scaling(1)}`,
        'aurora-mysql',
      ),
    ],
    [
      'a provisioned writer with Serverless v2 readers',
      instances(
        '    - { id: a, class: db.r7g.large }\n    - { id: b, class: db.serverless }\n',
        `  serverlessV2ScalingConfiguration: { minCapacity: 8, maxCapacity: 16 }\n${scaling(1)}`,
      ),
    ],
  ],
  AUR809: [
    ['a declared reader is enough', cluster(scaling(1))],
    [
      'with minimum 0 nothing ever scales, and that is said instead',
      instances('    - { id: a, class: db.r7g.large }\n', `${scaling(0)}#                             ^ AUR803\n`),
    ],
    [
      'instances that cannot be read',
      instances('    - { id: a, class: db.r7g.large }\n', scaling(1)).replace(
        /instances:\n.*\n/,
        'instances: many\n#            ^^^^ FMT005\n',
      ),
    ],
  ],
});
