import type { Scenario } from './design.ts';
import { known } from './node.ts';

/** A snapshot, a clone or a restored cluster that an event of a scenario makes. */
export interface ScenarioCopy {
  readonly name: string;
  readonly isSnapshot: boolean;
  /** Id of its instance; undefined when it has none. */
  readonly instance: string | undefined;
  readonly event: Scenario['events']['items'][number];
}

/** The copies that a scenario makes, by the names that the simulator gives them; those without a known name are left out. */
export function copiesIn({ events }: Scenario): readonly ScenarioCopy[] {
  let restores = 0;
  return events.items.flatMap((event) => {
    const isSnapshot = event.snapshot.presence !== 'absent';
    const isRestore = event.restore.presence !== 'absent';
    const name = isRestore ? `restore-${++restores}` : known(isSnapshot ? event.snapshot : event.clone);
    if (name === undefined) return [];
    const instance = event.class.presence === 'absent' || isSnapshot ? undefined : `${name}-1`;
    return [{ name, isSnapshot, instance, event }];
  });
}
