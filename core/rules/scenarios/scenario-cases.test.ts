import { cluster } from '../../testing/blueprint-texts.ts';
import { describeRuleCases } from '../../testing/rule-cases.ts';

/** A scenario of these events that expects something. */
const playing = (events: string, expected = '{ dataLoss: 0s }') =>
  cluster(`scenarios:\n  - name: x\n    expect: ${expected}\n    events:\n${events}`);

describeRuleCases({
  SIM009: [
    [
      'protection groups of the volume, up to the last',
      playing(
        '      - { at: 1s, crash: writer }\n',
        '{ at: [{ at: 5s, quorum: { pg-0: 6, pg-10: 6, pg-19: 6 } }] }',
      ).replace('scenarios:', '  volume: { size: 200 GiB }\nscenarios:'),
    ],
    [
      'nobody, and a reader of auto scaling',
      playing('      - { at: 1s, crash: application-autoscaling-1 }\n', '{ promoted: nobody }'),
    ],
    [
      'an instance that the scenario adds',
      playing(
        '      - { at: 1s, add: reader }\n      - { at: 2s, crash: orders-c }\n',
        '{ at: [{ at: 3s, capacity: { orders-c: 8 } }] }',
      ),
    ],
    [
      'a Region',
      playing(
        '      - { at: 1s, fail: region, target: us-east-2 }\n#                                       ^^^^^^^^^ SIM009 us-east-1\n',
      ),
    ],
    [
      'a Region that the scenario adds',
      playing(
        '      - { at: 1s, add: region, target: us-east-2 }\n      - { at: 9m, switchover: region, target: us-east-2 }\n',
        '{ regionDataLoss: 0s, at: [{ at: 10m, endpoints: { global: [reader-1] } }] }',
      ),
    ],
    [
      'no Region to add',
      playing(
        '      - { at: 1s, add: region, target: us-esat-2 }\n#                                      ^^^^^^^^^ SIM009 us-east-2\n',
      ),
    ],
    [
      'a segment in other words',
      playing(
        '      - { at: 1s, fail: segment, target: pg-0-G }\n#                                        ^^^^^^ SIM009 pg-0/A\n',
      ),
    ],
    [
      'a corrupt segment outside the volume',
      playing(
        '      - { at: 1s, corrupt: segment, target: pg-10/A }\n#                                           ^^^^^^^ SIM009 pg-9\n',
      ),
    ],
    [
      'a side of a partition',
      playing(
        '      - { at: 1s, for: 1m, partition: [[us-east-1a, us-east-1], [us-east-1q]] }\n#                                                                ^^^^^^^^^^ SIM009 AZ or Region\n',
      ),
    ],
    [
      'a snapshot that the run takes',
      playing('      - { at: 1s, snapshot: before }\n      - { at: 9m, restore: { snapshot: before } }\n'),
    ],
    [
      'a snapshot of the design',
      playing('      - { at: 2s, restore: { snapshot: weekly } }\n').replace(
        'scenarios:',
        '  snapshots: [{ id: weekly }]\nscenarios:',
      ),
    ],
    [
      'a snapshot that nobody takes',
      playing(
        '      - { at: 2s, restore: { snapshot: before } }\n#                                      ^^^^^^ SIM009 has none\n',
      ),
    ],
    [
      'clones and restored clusters that the run makes, and the cluster itself',
      playing(
        '      - { at: 1s, clone: staging, class: db.r7g.large }\n      - { at: 20m, load: { writesPerSecond: 5 }, target: staging }\n      - { at: 21m, restore: { toTime: 5m } }\n      - { at: 22m, remove: staging }\n      - { at: 23m, remove: restore-1 }\n      - { at: 24m, remove: orders }\n',
        '{ at: [{ at: 20m, endpoints: { staging: [staging-1], restore-1: [] } }] }',
      ),
    ],
    [
      'clones and restored clusters that nothing makes',
      playing(
        '      - { at: 1s, clone: staging }\n      - { at: 20m, load: { writesPerSecond: 5 }, target: stagin }\n#                                                        ^^^^^^ SIM009 staging\n      - { at: 22m, remove: restore-1 }\n#                          ^^^^^^^^^ SIM009 It has orders-a\n      - { at: 23m, crash: staging }\n#                         ^^^^^^^ SIM009 no instance staging\n',
        '{ at: [{ at: 20m, endpoints: { staging: [staging-1] } }] }\n#                                                    ^^^^^^^^^ SIM009 no instance staging-1',
      ),
    ],
    [
      'an endpoint, a protection group and a capacity in an expectation',
      playing(
        '      - { at: 1s, crash: writer }\n',
        `
      at:
        - at: 5s
          endpoints: { cluster: [orders-b], reports: [orders-b], report: [] }
#                                                                ^^^^^^ SIM009 reports
          quorum: { pg-9: 6, pg-10: 6, group: 6 }
#                            ^^^^^ SIM009 pg-9
#                                      ^^^^^ SIM009 pg-9
          capacity: { orders-a: 8, application-autoscaling-1: 8, orders-x: 8 }
#                                                                ^^^^^^^^ SIM009 orders-a
#                     ^^^^^^^^ SIM014 db.r7g.large`,
      ).replace('scenarios:', '  endpoints: [{ id: reports }]\nscenarios:'),
    ],
    [
      'protection groups of a larger volume, some of them misspelt',
      playing(
        '      - { at: 1s, crash: writer }\n',
        `
      at:
        - at: 5s
          quorum: { pg-19: 6, x-pg-1: 6, pg-1/A: 6, pg-20: 6 }
#                             ^^^^^^ SIM009 pg-19
#                                        ^^^^^^ SIM009 pg-19
#                                                   ^^^^^ SIM009 pg-19`,
      ).replace('scenarios:', '  volume: { size: 200 GiB }\nscenarios:'),
    ],
    [
      'the global endpoint, with a secondary that storage feeds',
      playing('      - { at: 1s, crash: writer }\n', '{ at: [{ at: 5s, endpoints: { global: [orders-a] } }] }').replace(
        'scenarios:',
        'secondaries:\n  - { region: eu-west-1, clusterIdentifier: eu, instances: [{ id: eu-a, class: db.r7g.large }, { id: eu-b, class: db.r7g.large }] }\nscenarios:',
      ),
    ],
    [
      'the global endpoint, without one',
      playing(
        '      - { at: 1s, crash: writer }\n',
        '{ at: [{ at: 5s, endpoints: { global: [orders-a] } }] }\n#                                         ^^^^^^ SIM009 no endpoint global',
      ),
    ],
    [
      'an endpoint like none of those there are',
      playing(
        '      - { at: 1s, crash: writer }\n',
        '{ at: [{ at: 5s, endpoints: { somewhere-else: [] } }] }\n#                                         ^^^^^^^^^^^^^^ SIM009 It has cluster',
      ),
    ],
    [
      'a volume whose size cannot be read',
      playing(
        '      - { at: 1s, fail: segment, target: pg-99/A }\n',
        '{ at: [{ at: 5s, quorum: { pg-99: 6 } }] }',
      ).replace('scenarios:', '  volume: { size: [] }\n#                 ^^ FMT005\nscenarios:'),
    ],
    [
      'words around a segment',
      playing(
        '      - { at: 1s, fail: segment, target: my-pg-0/A }\n#                                        ^^^^^^^^^ SIM009\n      - { at: 1s, fail: segment, target: pg-0/AB }\n#                                        ^^^^^^^ SIM009\n',
      ),
    ],
  ],
  SIM010: [
    [
      'an expectation',
      cluster(
        'scenarios:\n  - { name: x, events: [], expect: { at: [{ at: 30m, writes: up }] } }\n#                                               ^^^ SIM010\n',
      ),
    ],
  ],
  SIM013: [
    [
      'expectations that cannot be read',
      playing('      - { at: 1m, crash: writer }\n', 'much\n#           ^^^^ FMT005'),
    ],
    [
      'an instant is an expectation',
      playing('      - { at: 1m, crash: writer }\n', '{ at: [{ at: 2m, writes: up }] }'),
    ],
    [
      'an empty group is none',
      playing('      - { at: 1m, crash: writer }\n', '{}').replace('name: x\n', 'name: x\n#         ^ SIM013\n'),
    ],
    [
      'expectations that cannot be read',
      playing('      - { at: 1m, crash: writer }\n', 'much\n#           ^^^^ FMT005'),
    ],
  ],
  SIM014: [
    [
      'a number without a unit, with blanks around it',
      playing(
        '      - { at: 1m, crash: writer }\n',
        '{ writesUnavailable: " < 60 " }\n#                                ^^^^^^^^ SIM014',
      ),
    ],
    [
      'a slip in the name of an invariant',
      playing(
        '      - { at: 1m, crash: writer }\n',
        '{ never: [acked-commits-lost, acked-commit-lots] }\n#                     ^^^^^^^^^^^^^^^^^^ SIM014 Did you mean acked-commit-lost\n#                                         ^^^^^^^^^^^^^^^^^ SIM014 Did you mean acked-commit-lost',
      ),
    ],
    [
      'an event that cannot be read may concern a Region',
      playing('      - soon\n#       ^^^^ FMT005\n', '{ regionDataLoss: 0s }'),
    ],
    [
      'no time at all',
      playing(
        '      - { at: 1m, crash: writer }\n',
        '{ writesUnavailable: quickly }\n#                                ^^^^^^^ SIM014 < 60s',
      ),
    ],
    [
      'no invariant like it',
      playing(
        '      - { at: 1m, crash: writer }\n',
        '{ never: [sharks] }\n#                     ^^^^^^ SIM014 Checked are',
      ),
    ],
    ...[
      'fail: region, target: us-east-1',
      'failover: region, target: us-east-1',
      'switchover: region, target: us-east-1',
      'add: region, target: eu-west-1',
      'modify: { region: x }',
      'partition: [[us-east-1a], [us-east-1b]]',
      'fail: []',
    ].map((event): readonly [string, string] => [
      `a Region is concerned: ${event}`,
      playing(
        `      - { at: 1m, ${event} }\n${event === 'fail: []' ? '#                       ^^ FMT005\n' : ''}`,
        '{ regionDataLoss: 0s }',
      ),
    ]),
    [
      'what is compared with a number, and is none',
      playing(
        '      - { at: 1m, crash: writer }\n',
        `
      costUsd: "< 10s"
#              ^^^^^^^ SIM014 costUsd is compared with a number
      at:
        - { at: 2m, readers: "> one", quorum: { pg-0: "half" } }
#                            ^^^^^^^ SIM014 readers is compared with a number
#                                                     ^^^^^^ SIM014 quorum is compared with a number
        - { at: 3m, readers: ">= 1", quorum: { pg-0: "<= 5", pg-1: 0, pg-2: 6 } }`,
      ),
    ],
    [
      'a number of copies that every group has, and one that none has',
      playing(
        '      - { at: 1m, crash: writer }\n',
        `
      at:
        - { at: 2m, quorum: { pg-0: ">= 0", pg-1: "> 6" } }
#                                   ^^^^^^ SIM014 always holds
#                                                 ^^^^^ SIM014 never holds`,
      ),
    ],
    [
      'an instant at which nothing is compared, and one that cannot be read',
      playing(
        '      - { at: 1m, crash: writer }\n',
        '{ at: [{ at: 2m }, soon] }\n#                  ^^^^^^^^^^ SIM014 Nothing is compared\n#                              ^^^^ FMT005',
      ),
    ],
    [
      'the capacity of an instance of Serverless v2',
      playing('      - { at: 1m, crash: writer }\n', '{ at: [{ at: 5s, capacity: { orders-a: "> 8" } }] }').replace(
        /class: db.r7g.large([\s\S]*)scenarios:/,
        'class: db.serverless$1  serverlessV2ScalingConfiguration: { minCapacity: 1, maxCapacity: 16 }\nscenarios:',
      ),
    ],
    [
      'an AZ concerns no Region',
      playing(
        '      - { at: 1m, fail: az, target: us-east-1a }\n',
        '{ regionDataLoss: 0s }\n#                             ^^ SIM014 regionDataLoss is always 0',
      ),
    ],
  ],
  SIM015: [
    [
      'a crash beside a fault that takes that long',
      playing(
        '      - { at: 1m, for: 1m, fail: az, target: us-east-1a, crash: writer }\n#                                                        ^^^^^ SIM022 one thing\n',
      ),
    ],
    [
      'a crash beside a partition that takes that long',
      playing(
        '      - { at: 1m, for: 1m, partition: [[us-east-1a], [us-east-1b]], crash: writer }\n#                          ^^^^^^^^^ SIM022 one thing\n',
      ),
    ],
    ...[
      'fail: az, target: us-east-1a',
      'fail: instance, target: orders-a',
      'partition: [[us-east-1a], [us-east-1b]]',
      'load: { readsPerSecond: 9 }',
    ].map((event): readonly [string, string] => [event, playing(`      - { at: 1m, for: 1m, ${event} }\n`)]),
    [
      'a crash takes its own time',
      playing('      - { at: 1m, for: 1m, crash: writer }\n#                 ^^^ SIM015 follows from\n'),
    ],
    [
      'an event that cannot be read',
      playing('      - { at: 1m, for: 1m, fail: disk }\n#                                ^^^^ FMT006\n'),
    ],
  ],
});
