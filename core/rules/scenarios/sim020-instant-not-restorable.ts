import type { Design, Scenario } from '../../design/design.ts';
import { formatDuration, writeDuration } from '../../design/format/duration.ts';
import { known, knownOr } from '../../design/node.ts';
import { backup_retention, pitr_latest } from '../../facts/generated/limits.ts';
import { compileFigures } from '../../simulation/compile/figures.ts';
import { readAssumptions } from '../../simulation/read-scenario.ts';
import { isProblem } from '../../simulation/scenario.ts';
import { remove, setValue } from '../design-fix.ts';
import type { DesignRule, Report } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

const day = 86_400_000;

export const rule: DesignRule = {
  id: 'SIM020',
  title: 'Nothing can be restored from there',
  group: 'Cross-file and simulation',
  severity: 'warning',
  facts: [pitr_latest, backup_retention],
  check: (design, report) => {
    for (const scenario of design.scenarios.items) {
      const figures = compileFigures(readAssumptions(scenario));
      if (isProblem(figures)) continue;
      for (const event of scenario.events.items) checkRestore(design, event, figures.latestRestorable.min, report);
    }
  },
};

function checkRestore(
  { primary }: Design,
  { at, restore }: Scenario['events']['items'][number],
  behind: number,
  report: Report,
): void {
  if (restore.presence !== 'known') return;
  const { toTime, snapshot } = restore;
  if (toTime.presence !== 'absent' && snapshot.presence !== 'absent') {
    const message = 'A cluster is restored to an instant or of a snapshot, not both. Remove toTime or snapshot.';
    report(restore.path, message, { at: 'key', fixes: [remove(toTime.path), remove(snapshot.path)] });
    return;
  }
  if (toTime.presence === 'absent' && snapshot.presence === 'absent') {
    const message = 'It does not say what is restored. Add toTime, an instant of the run, or snapshot.';
    report(restore.path, message, { at: 'key' });
    return;
  }
  const instant = known(at);
  const wanted = known(toTime);
  if (instant === undefined || wanted === undefined) return;
  if (wanted > instant - behind) {
    const fixes = [setValue(at.path, writeDuration(wanted + behind))];
    if (instant >= behind) fixes.push(setValue(toTime.path, writeDuration(instant - behind)));
    const message = `At ${formatDuration(instant)} the backups reach up to ${formatDuration(behind)} before. Restore to ${formatDuration(wanted)} at ${writeDuration(wanted + behind)} or later.`;
    report(toTime.path, message, { fixes });
    return;
  }
  const days = knownOr(primary.backupRetentionPeriod, backup_retention.default);
  if (days === undefined || instant - wanted <= days * day) return;
  const earliest = instant - days * day;
  const message = `Backups are kept for ${formatDuration(days * day)}: at ${formatDuration(instant)} the earliest instant is ${writeDuration(earliest)}. Give that, or keep backups longer.`;
  const needed = Math.ceil((instant - wanted) / day);
  const longer = needed <= backup_retention.max ? [setValue(primary.backupRetentionPeriod.path, needed)] : [];
  report(toTime.path, message, { fixes: [setValue(toTime.path, writeDuration(earliest)), ...longer] });
}

export const page: RulePage = {
  reason:
    'Backups are continuous, but their last minutes are not there yet, and what is older than backupRetentionPeriod is gone: the event is refused.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
profile: development
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large, availabilityZone: us-east-1a }
scenarios:
  - name: undo a mistake
    events:
      - { at: 12m, restore: { toTime: 10m } }
#                                     ^^^ SIM020 at 15m or later
    expect: { dataLoss: 0s }
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
profile: development
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large, availabilityZone: us-east-1a }
scenarios:
  - name: undo a mistake
    events:
      - { at: 15m, restore: { toTime: 10m } }
    expect: { dataLoss: 0s }
`,
};
