import { cluster } from '../../testing/blueprint-texts.ts';
import { describeRuleCases } from '../../testing/rule-cases.ts';

/** A cluster with this backup window, which is none. */
const backup = (window: string, words = ''): readonly [name: string, marked: string] => [
  window,
  cluster(
    `  preferredBackupWindow: ${window}\n#                        ${'^'.repeat(window.length)} AUR303 ${words}\n`,
  ),
];

const days = (count: string, marker = '') =>
  cluster(`  backupRetentionPeriod: ${count}\n${marker && `#                        ${marker}\n`}`);

describeRuleCases({
  AUR301: [
    ['one day is the least', days('1')],
    ['35 days are the most', days('35')],
    ['a day less', days('0', '^ AUR301 switched off')],
    ['a day more', days('36', '^^ AUR301 at most 35')],
  ],
  AUR303: [
    'junk',
    '3:00 pm - 4:00 pm',
    '3:00PM-4:00PM',
    '3:00-4:00 a.m.',
    '3:00-4:00 map',
    '03.00-03.30',
    '03:00 CET-03:30 CET',
    '0300-0330',
    '300-330',
    'from 3:00 to 3:30',
    '23:45 - 0:15!',
    '103:00-103:30',
    '03:00-03:300',
    '25:00-26:00',
    '03:00',
  ].map((window) => backup(window)),
});
