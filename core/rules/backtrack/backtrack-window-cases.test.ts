import { cluster } from '../../testing/blueprint-texts.ts';
import { describeRuleCases } from '../../testing/rule-cases.ts';

const backtrack = (seconds: string, marker = '', engine = 'aurora-mysql') =>
  cluster(
    `  backtrackWindow: ${seconds}\n${marker && `#                  ${'^'.repeat(seconds.length)} ${marker}\n`}`,
    engine,
  );

describeRuleCases({
  AUR402: [
    ['none is none', backtrack('0')],
    ['72 hours are the most', backtrack('259200', 'AUR408')],
    ['a second more', backtrack('259201', 'AUR402')],
    ['a second less than none', backtrack('-1', 'AUR402')],
    ['less than none on PostgreSQL', backtrack('-1', 'AUR402', 'aurora-postgresql')],
  ],
});
