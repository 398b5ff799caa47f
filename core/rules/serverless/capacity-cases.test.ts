import { instances } from '../../testing/blueprint-texts.ts';
import { describeRuleCases } from '../../testing/rule-cases.ts';

/** A Serverless v2 writer and reader with this range of capacities, and more lines. */
const serverless = (range: string, more = '') =>
  instances(
    '    - { id: a, class: db.serverless }\n    - { id: b, class: db.serverless }\n',
    `  serverlessV2ScalingConfiguration: ${range}\n${more}`,
  );

/** A range whose minimum is 0, with a marker below it. */
const paused = (marker: string) =>
  `{ minCapacity: 0, maxCapacity: 8 }\n#                                                  ^ ${marker}`;

/** A range that pauses after so many seconds, and a marker below them. */
const pausing = (seconds: string, marker = '') =>
  serverless(
    `{ minCapacity: 0, maxCapacity: 8, secondsUntilAutoPause: ${seconds} }\n${marker && `#${' '.repeat(92)}${'^'.repeat(seconds.length)} ${marker}\n`}`,
  );

const secondary =
  'secondaries:\n  - region: eu-west-1\n    serverlessV2ScalingConfiguration: { minCapacity: 8, maxCapacity: 32 }\n    instances: [{ id: eu, class: db.serverless }]\n';

describeRuleCases({
  AUR702: [
    [
      'a minimum that equals the maximum is the wrong way round for nobody',
      serverless('{ minCapacity: 8, maxCapacity: 8 }\n#                                                  ^ AUR715'),
    ],
    [
      'a minimum out of its range is said alone',
      serverless(
        '{ minCapacity: 300, maxCapacity: 100 }\n#                                                  ^^^ AUR702 256',
      ),
    ],
  ],
  AUR705: [
    ['five minutes are the least', pausing('300')],
    ['a day is the most', pausing('86400')],
    ['a second less', pausing('299', 'AUR705 299 s')],
    ['a second more', pausing('86401', 'AUR705 86401 s')],
  ],
  AUR707: [
    [
      'the global database alone',
      serverless(
        `${paused('AUR707 the global database keeps')}\n#                                                  ^ AUR613`,
        secondary,
      ),
    ],
    [
      'a zero-ETL integration',
      serverless(
        paused('AUR707 the zero-ETL integration keeps'),
        '  storageEncrypted: true\n  parameters: { rds.logical_replication: "0" }\n  integrations: [{ dataFilter: "include: *.*" }]\n',
      ),
    ],
  ],
  AUR708: [
    [
      'one of several libraries, with blanks around it',
      serverless(
        '{ minCapacity: 0, maxCapacity: 8 }',
        "  parameters: { shared_preload_libraries: 'pg_stat_statements, pg_cron ' }\n#                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ AUR708\n",
      ),
    ],
  ],
  AUR715: [
    [
      'half of 4 ACU is what Performance Insights asks for',
      serverless('{ minCapacity: 4, maxCapacity: 4 }\n#                                                  ^ AUR715'),
    ],
    [
      'less than that is not halved',
      serverless(
        '{ minCapacity: 3.5, maxCapacity: 3.5 }\n#                                                  ^^^ AUR715',
      ),
    ],
  ],
  AUR716: [
    [
      'all AZs of the volume are in use',
      instances(
        '    - { id: a, class: db.r7g.large, availabilityZone: us-east-1b }\n    - { id: b, class: db.r7g.large, availabilityZone: us-east-1a }\n    - { id: c, class: db.serverless, availabilityZone: us-east-1e }\n#                                                      ^^^^^^^^^^ AUR716\n',
        '  serverlessV2ScalingConfiguration: { minCapacity: 2, maxCapacity: 32 }\n',
      ),
    ],
  ],
  AUR719: [
    [
      'half a minute is what resuming after a day takes',
      serverless('{ minCapacity: 0, maxCapacity: 8 }', 'profile: development\nobjectives: { writerRecovery: 30s }\n'),
    ],
  ],
  AUR722: [
    [
      'a secondary alone is capped',
      serverless(
        '{ minCapacity: 8, maxCapacity: 32 }',
        `${secondary.replace('8, maxCapacity: 32 }', '0.5, maxCapacity: 32 }\n#                                                    ^^^ AUR711\n#                                                    ^^^ AUR720')}workload: { connections: 3000 }\n`,
      ),
    ],
  ],
});
