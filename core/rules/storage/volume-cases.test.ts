import { cluster, instances } from '../../testing/blueprint-texts.ts';
import { describeRuleCases } from '../../testing/rule-cases.ts';

const supported = '  engineLifecycleSupport: open-source-rds-extended-support\n';
/** A cluster whose version takes 128 TiB. */
const old = (lines: string) =>
  cluster(`${supported}${lines}`).replace('primary:\n', 'engineVersion: "14.23"\nprimary:\n');
const size = (text: string, marker = '') =>
  `  volume: { size: ${text} }\n${marker && `#                 ${'^'.repeat(text.length)} ${marker}\n`}`;
const growing = (text: string, growth: string, marker = '') =>
  `  volume: { size: ${text}, growthPerDay: ${growth} }\n${marker && `#${' '.repeat(33 + text.length)}${'^'.repeat(growth.length)} ${marker}\n`}`;
const parallel = (instanceClass: string, lines: string) =>
  instances(
    `    - { id: a, class: ${instanceClass} }\n`,
    `  parameters: { aurora_parallel_query: "ON" }\n${lines}`,
  ).replace('aurora-postgresql', 'aurora-mysql');
const encrypted = (key: string, marker = '') =>
  cluster(
    `  storageEncrypted: true\n  kmsKeyId: ${key}\n${marker && `#           ${'^'.repeat(key.length)} ${marker}\n`}`,
  );

describeRuleCases({
  AUR205: [
    [
      'a burstable class keeps the storage type',
      parallel(
        'db.t3.medium',
        '#                                      ^^^^ AUR205 I/O-Optimized\n  storageType: aurora-iopt1\n',
      ),
    ],
    [
      'a burstable class alone',
      parallel('db.t3.medium', '#                                      ^^^^ AUR205 db.t3.medium\n'),
    ],
    ['newer burstable classes take it', parallel('db.t4g.medium', '')],
  ],
  AUR206: [
    ['what the largest volume holds', old(size('256 TiB', 'AUR206 Raise the version'))],
    ['more than that', old(size('257 TiB', 'AUR206 Split'))],
  ],
  AUR212: [
    ['an ARN of another partition', encrypted('arn:aws-cn:kms:cn-north-1:1:key/mrk-1', 'AUR212 cn-north-1')],
    ['a key of one Region has no twin', encrypted('arn:aws:kms:eu-west-1:1:key/1234', 'AUR212')],
    ['words before the ARN', encrypted('x-arn:aws:kms:eu-west-1:1:key/1234')],
  ],
  AUR213: [
    ['a larger maximum is just enough', old(growing('116144 GiB', '400 GiB', 'AUR213'))],
    ['it fills on the last day of the year', old(growing('130707 GiB', '1 GiB'))],
    ['a full volume', old(growing('128 TiB', '1 GiB', 'AUR213 in 0 days'))],
    ['a larger maximum is enough', old(growing('100 TiB', '100 GiB', 'AUR213 in 286 days'))],
    ['no maximum is enough', old(growing('100 TiB', '1 TiB', 'AUR213'))],
    ['it is the largest already', cluster(growing('200 TiB', '200 GiB', 'AUR213'))],
  ],
});
