import type { Design } from '../design/design.ts';
import { compileRun } from './compile/compile.ts';
import { clusterMoments } from './engine/playing/moments.ts';
import { Recording } from './engine/playing/recording.ts';
import { destroyedSegments } from './engine/storage/group-grid.ts';
import { isProblem, type PlainScenario, type Problem, type ScenarioEvent } from './scenario.ts';
import type { ClusterMoment, Instant, Timeline } from './timeline.ts';
import { timelineOf } from './timeline-of.ts';

/** A scenario that was played on a design: its timeline, every instant of it, and what else could have come of it. */
export class RecordedRun {
  readonly timeline: Timeline;
  readonly #design: Design;
  readonly #scenario: PlainScenario;
  readonly #recording: Recording;

  constructor(design: Design, scenario: PlainScenario, recording: Recording) {
    this.#design = design;
    this.#scenario = scenario;
    this.#recording = recording;
    this.timeline = timelineOf(recording.run, recording.played);
  }

  /** Every cluster as it was at an instant, after all that happened then. */
  clustersAt(instant: Instant): readonly ClusterMoment[] {
    return clusterMoments(this.#recording.stateAt(instant));
  }

  /**
   * The destroyed segments of every protection group at an instant, for each cluster in the order of `clustersAt`: a byte
   * for each group from pg-0 on, bit 0 for segment A to bit 5 for segment F.
   */
  destroyedSegmentsAt(instant: Instant): readonly Uint8Array[] {
    const sim = this.#recording.stateAt(instant);
    return this.#recording.run.clusters.map((_, cluster) => destroyedSegments(sim, cluster));
  }

  /**
   * What comes of it when further events happen, at `instant` or later; until then everything is as it was. Only where an
   * event names a protection group or an instance that no event named before, the run is played anew from its start.
   */
  fork(instant: Instant, events: readonly ScenarioEvent[]): RecordedRun | Problem {
    const early = events.find(({ at }) => at < instant);
    if (early !== undefined) return { problem: 'An event of a fork cannot come before it; give a later instant.' };
    const known = this.#scenario.events.length;
    const scenario = { ...this.#scenario, events: [...this.#scenario.events, ...events] };
    const run = compileRun(this.#design, scenario);
    if (isProblem(run)) return run;
    const order = [...scenario.events.keys()].toSorted(
      (one, other) => (scenario.events[one]?.at ?? 0) - (scenario.events[other]?.at ?? 0),
    );
    const isNew = (place: number) => (order[place] ?? 0) >= known;
    const inOrder = {
      ...run,
      events: [...run.events.filter((_, place) => !isNew(place)), ...run.events.filter((_, place) => isNew(place))],
    };
    return new RecordedRun(this.#design, scenario, this.#recording.fork(instant, inOrder) ?? Recording.of(inOrder));
  }
}

/** Plays a scenario on a design and keeps it, or says in one sentence what stands in the way; never throws. */
export function record(design: Design, scenario: PlainScenario): RecordedRun | Problem {
  const run = compileRun(design, scenario);
  return isProblem(run) ? run : new RecordedRun(design, scenario, Recording.of(run));
}
