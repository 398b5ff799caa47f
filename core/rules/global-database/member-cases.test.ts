import { cluster, instances } from '../../testing/blueprint-texts.ts';
import { describeRuleCases } from '../../testing/rule-cases.ts';

const secondary = (more = '') =>
  `secondaries:\n  - region: eu-west-1\n${more}    instances: [{ id: eu, class: db.r7g.large }]\n`;
/** A text with a line on top. */
const top = (text: string, line: string) => text.replace('engine:', `${line}\nengine:`);
const bound = (seconds: string, marker = '') =>
  cluster(`  parameters: { rds.global_db_rpo: ${seconds} }\n${marker && `#${' '.repeat(34)}${marker}\n`}`);
const readers = (count: number) =>
  Array.from({ length: count + 1 }, (_, index) => `    - { id: i-${index}, class: db.r7g.large }\n`).join('');

describeRuleCases({
  AUR604: [
    ['15 readers, and no secondary', instances(readers(15))],
    [
      '15 readers, and a binlog replica',
      instances(readers(15), secondary('    replication: binlog\n')).replace('aurora-postgresql', 'aurora-mysql'),
    ],
    [
      'one too many in any case is another matter',
      instances(readers(16), secondary()).replace('  instances:\n', '  instances:\n# ^^^^^^^^^ AUR101\n'),
    ],
  ],
  AUR605: [
    [
      'every instance is burstable',
      instances('    - { id: a, class: db.t4g.medium }\n#                     ^^^^^^^^^^^^^ AUR605\n', secondary())
        .replace('eu, class: db.r7g.large', 'eu, class: db.t4g.medium')
        .replace(/\[\{ id: eu.*\n/, '$&#                                ^^^^^^^^^^^^^ AUR605\n'),
    ],
  ],
  AUR607: [
    [
      'an engine that cannot be read',
      top(cluster(`  engineVersion: "16.14"\n${secondary('    engineVersion: "16.13"\n')}`), '').replace(
        'engine: aurora-postgresql\n',
        'engine: []\n#       ^^ FMT005\n',
      ),
    ],
  ],
  AUR608: [['a version that is none', top(cluster(secondary()), 'engineVersion: newest')]],
  AUR611: [
    ['20 s are the least', bound('20')],
    ['2147483647 s are the most', bound('2147483647')],
    ['a second less', bound('19', '^^ AUR611 Set 20')],
    ['a second more', bound('2147483648', '^^^^^^^^^^ AUR611 Set 2147483647')],
    ['a minus', bound('-20', '^^^ AUR611 Set 20')],
    ['no number is no bound at all', bound('x19')],
    ['a number with a unit neither', bound('19s')],
  ],
  AUR619: [
    [
      'a secondary whose capacity is not known',
      instances(
        '    - { id: a, class: db.r7g.large }\n',
        'secondaries:\n  - region: eu-west-1\n    serverlessV2ScalingConfiguration: []\n#                                     ^^ FMT005\n    instances: [{ id: eu, class: db.serverless }]\n',
      ),
    ],
  ],
  AUR622: [
    [
      'the bound on data loss is no parameter to miss',
      cluster(
        '  parameters: { rds.global_db_rpo: "60" }\n#               ^^^^^^^^^^^^^^^^^ AUR621\n'.concat(secondary()),
      ),
    ],
    [
      'parameters without a group of their own',
      cluster(`  parameters: { work_mem: "64000" }\n${secondary()}`).replace(
        '  - region: eu-west-1\n',
        '  - region: eu-west-1\n#   ^^^^^^^^^^^^^^^^^ AUR622\n',
      ),
    ],
  ],
  AUR624: [
    [
      'a major without a minor that can be chosen',
      top(cluster(secondary()), 'engineVersion: "99"\n#              ^^^^ AUR624'),
    ],
  ],
});
