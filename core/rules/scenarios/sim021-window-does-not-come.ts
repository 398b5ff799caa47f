import type { Scenario } from '../../design/design.ts';
import { formatDuration } from '../../design/format/duration.ts';
import { known, knownOr } from '../../design/node.ts';
import { momentOfWeek, parseMaintenanceWindow } from '../../design/window.ts';
import * as limits from '../../facts/generated/limits.ts';
import { maintenanceFrom } from '../../simulation/compile/windows.ts';
import { defaultDuration } from '../../simulation/scenario.ts';
import { remove, setValue } from '../design-fix.ts';
import type { DesignFix, DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

const millisecondsPerMinute = 60_000;

export const rule: DesignRule = {
  id: 'SIM021',
  title: 'A patch waits for a maintenance window that does not come',
  group: 'Cross-file and simulation',
  severity: 'warning',
  facts: [limits.maintenance_cluster_owned, limits.default_windows],
  check: (design, report) => {
    const { preferredMaintenanceWindow } = design.primary;
    if (preferredMaintenanceWindow.presence === 'unknown') return;
    const window = parseMaintenanceWindow(known(preferredMaintenanceWindow) ?? '');
    for (const scenario of design.scenarios.items) {
      const duration = knownOr(scenario.duration, defaultDuration);
      if (duration === undefined || scenario.startsAt.presence === 'unknown') continue;
      for (const { at, patch, applyImmediately } of scenario.events.items) {
        const instant = known(at);
        if (instant === undefined || patch.presence === 'absent' || known(applyImmediately) !== false) continue;
        const opening = maintenanceFrom(design, known(scenario.startsAt), instant);
        const why = 'unknown' in opening ? opening.unknown : lateness(opening.at, duration);
        if (why === undefined) continue;
        const atOnce = remove(applyImmediately.path);
        const fixes = window === undefined ? [atOnce] : [startBefore(scenario, window.start, instant), atOnce];
        report(applyImmediately.path, `The patch is not played: ${why}.`, { fixes });
      }
    }
  },
};

function lateness(opensAt: number, duration: number): string | undefined {
  if (opensAt <= duration) return undefined;
  return `the maintenance window opens at ${formatDuration(opensAt)} of a run that ends at ${formatDuration(duration)}`;
}

/** The run begins so that the window opens when the patch comes, within the next minute. */
function startBefore({ startsAt }: Scenario, start: number, instant: number): DesignFix {
  return setValue(startsAt.path, momentOfWeek(start - Math.ceil(instant / millisecondsPerMinute)));
}

export const page: RulePage = {
  reason:
    'What waits for a window that does not come within the run is not played, and what is expected of the run stays undecided.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
profile: development
primary:
  region: us-east-1
  preferredMaintenanceWindow: sun:05:00-sun:05:30
  instances:
    - { id: orders-a, class: db.r7g.large, availabilityZone: us-east-1a }
scenarios:
  - name: the engine is patched on Sunday morning
    events:
      - { at: 10m, patch: engine, applyImmediately: false }
#                                                   ^^^^^ SIM021 needs a startsAt
    expect: { writerRecovery: "< 5m" }
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
profile: development
primary:
  region: us-east-1
  preferredMaintenanceWindow: sun:05:00-sun:05:30
  instances:
    - { id: orders-a, class: db.r7g.large, availabilityZone: us-east-1a }
scenarios:
  - name: the engine is patched on Sunday morning
    startsAt: sun:04:50
    events:
      - { at: 1m, patch: engine, applyImmediately: false }
    expect: { writerRecovery: "< 5m" }
`,
};
