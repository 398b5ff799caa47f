import type { Design } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import { millisecondsUntil, parseBackupWindow, parseMaintenanceWindow } from '../../design/window.ts';
import type { RunEvent } from '../run.ts';
import type { PlainScenario } from '../scenario.ts';
import type { Instant } from '../timeline.ts';

const millisecondsPerMinute = 60_000;
const millisecondsPerDay = 86_400_000;

/** When the maintenance window of the primary cluster next opens in a run, or why nobody can say. */
export type Opening = { readonly at: Instant; readonly window: string } | { readonly unknown: string };

/**
 * When the maintenance window of the primary cluster is open next from an instant of the run: at once while it is. Source:
 * Aurora guide, maintaining a DB cluster: the window of the cluster counts for its engine, not those of instances; a
 * cluster without a preferred one gets one at random.
 */
export function maintenanceFrom({ primary }: Design, startsAt: number | undefined, at: Instant): Opening {
  const text = known(primary.preferredMaintenanceWindow);
  const window = text === undefined ? undefined : parseMaintenanceWindow(text);
  if (text === undefined || window === undefined) {
    return { unknown: 'no preferredMaintenanceWindow is stated, so AWS chooses one' };
  }
  if (startsAt === undefined) {
    return {
      unknown: `the scenario needs a startsAt such as ${text.slice(0, 9)}`,
    };
  }
  return { at: at + millisecondsUntil(window, startsAt * millisecondsPerMinute + at, 'week'), window: text };
}

/** What comes of an event that waits for the maintenance window, and is `then` what happens in it. */
export function inMaintenanceWindow(
  opening: Opening,
  { at, duration }: { readonly at: Instant; readonly duration: number },
  then: RunEvent,
): readonly RunEvent[] {
  const event = `${then.kind} in the maintenance window`;
  if ('unknown' in opening) return [{ at, kind: 'not-simulated', event, reason: opening.unknown }];
  if (opening.at > duration) {
    return [{ at, kind: 'not-simulated', event, reason: 'it opens after the end of the run' }];
  }
  const patch = { ...then, at: opening.at };
  if (opening.at === at) return [patch];
  return [{ at, kind: 'pending-patch', window: opening.window, wait: opening.at - at }, patch];
}

/** Each time at which the daily backup window of the primary opens while a run with a place in the week lasts. */
export function backupsOf(
  { primary }: Design,
  { startsAt, duration }: Pick<PlainScenario, 'startsAt' | 'duration'>,
): readonly RunEvent[] {
  const text = known(primary.preferredBackupWindow);
  const window = text === undefined ? undefined : parseBackupWindow(text);
  if (startsAt === undefined || text === undefined || window === undefined) return [];
  const backups: RunEvent[] = [];
  const first = millisecondsUntil({ ...window, minutes: 1 }, startsAt * millisecondsPerMinute, 'day');
  for (let at = first; at <= duration; at += millisecondsPerDay) {
    backups.push({ at, kind: 'automated-backup', window: text });
  }
  return backups;
}
