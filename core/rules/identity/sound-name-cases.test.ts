import { cluster, instances } from '../../testing/blueprint-texts.ts';
import { describeRuleCases } from '../../testing/rule-cases.ts';

/** A text with a line on top. */
const top = (text: string, line: string) => text.replace('engine:', `${line}\nengine:`);
const tags = (count: number) => Array.from({ length: count }, (_, index) => `    k${index}: v\n`).join('');

describeRuleCases({
  AUR001: [['nothing to make a name of', cluster('  clusterIdentifier: "--"\n#                    ^^^^ AUR001\n')]],
  AUR002: [
    ['nothing to make a name of', instances('    - { id: "--", class: db.r7g.large }\n#           ^^^^ AUR002\n')],
    [
      'the sound name is taken in another Region',
      instances(
        '    - { id: a_1, class: db.r7g.large }\n#           ^^^ AUR002\n',
        'secondaries:\n  - { clusterIdentifier: eu, region: eu-west-1, instances: [{ id: a-1, class: db.r7g.large }] }\n',
      ),
    ],
  ],
  AUR004: [
    [
      'in other letters it is the same',
      instances(
        '    - { id: a, class: db.r7g.large }\n    - { id: A, class: db.r7g.large }\n#           ^ AUR004\n#           ^ AUR003\n',
      ),
    ],
    [
      'two clusters of one Region in a global database are said once',
      cluster(
        'secondaries:\n  - { clusterIdentifier: orders, region: us-east-1, instances: [{ id: x, class: db.r7g.large }] }\n#                                        ^^^^^^^^^ AUR603\n',
      ),
    ],
  ],
  AUR005: [
    [
      'without a Region the name is numbered',
      cluster(
        '  clusterIdentifier: orders\nsecondaries:\n  - { clusterIdentifier: orders, region: [], instances: [{ id: x, class: db.r7g.large }] }\n#                        ^^^^^^ AUR005\n#                                        ^^ FMT005\n',
      ),
    ],
  ],
  AUR006: [
    [
      'nothing to make a name of',
      cluster(
        '  clusterIdentifier: orders\nsecondaries:\n  - { clusterIdentifier: eu, region: eu-west-1, instances: [{ id: x, class: db.r7g.large }] }\n',
      ).replace('name: orders', 'name: "--"\n#     ^^^^ AUR006'),
    ],
  ],
  AUR007: [
    ['nothing to make a name of', top(cluster('', 'aurora-mysql'), 'databaseName: "1"\n#             ^^^ AUR007')],
  ],
  AUR008: [['nothing to make a name of', top(cluster(''), 'databaseName: "1"\n#             ^^^ AUR008')]],
  AUR010: [
    ['nothing to make a name of', top(cluster(''), 'masterUsername: "1"\n#               ^^^ AUR010')],
    [
      'an engine that cannot be read',
      top(cluster(''), 'masterUsername: "1"').replace('engine: aurora-postgresql', 'engine: []\n#       ^^ FMT005'),
    ],
  ],
  AUR014: [
    [
      'a password that is refused is said once',
      top(cluster(''), 'masterUserPassword: short\n#                   ^^^^^ AUR012'),
    ],
  ],
  AUR016: [
    ['50 tags', cluster(`  tags:\n${tags(50)}`)],
    ['two too many', cluster(`  tags:\n# ^^^^ AUR016 Remove 2.\n${tags(52)}`)],
  ],
  AUR017: [
    [
      'the next name is taken by another instance',
      instances(
        '    - { id: orders, class: db.r7g.large }\n#           ^^^^^^ AUR017\n    - { id: orders-2, class: db.r7g.large }\n',
      ),
    ],
    [
      'the next name is taken by another cluster',
      instances(
        '    - { id: orders, class: db.r7g.large }\n#           ^^^^^^ AUR017\n',
        'secondaries:\n  - { clusterIdentifier: orders-2, region: eu-west-1, instances: [{ id: x, class: db.r7g.large }] }\n',
      ),
    ],
    [
      'nobody knows whether two clusters share a Region',
      instances(
        '    - { id: a, class: db.r7g.large }\n',
        'secondaries:\n  - { clusterIdentifier: eu, region: [], instances: [{ id: orders, class: db.r7g.large }] }\n#                                    ^^ FMT005\n',
      ).replace('region: us-east-1', 'region: []\n#         ^^ FMT005'),
    ],
  ],
});
