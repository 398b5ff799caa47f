import type { Run } from '../../run.ts';
import type { Instant, Moment } from '../../timeline.ts';
import type { Simulation } from '../simulation.ts';
import { type PlayedRun, Player, type PlayerSnapshot } from './player.ts';

/** Most keyframes that are kept, and bytes of them: with more, every other one is dropped. */
const mostKeyframes = 256;
const mostBytes = 64 * 1_048_576;

/** Events between two keyframes, as long as there are not too many of them. */
const usualSpacing = 1000;

/** A run that was played and can be looked at as it was at any instant, and continued otherwise from there. */
export class Recording {
  readonly run: Run;
  readonly played: PlayedRun;
  /** How many events there were. */
  readonly events: number;
  readonly #keyframes: PlayerSnapshot[];
  #spacing: number;
  #scrubber: Player | undefined;

  /** Plays what is left of a run, after keyframes of its past. */
  private constructor(player: Player, past: readonly PlayerSnapshot[], spacing: number) {
    const { run } = player.sim;
    this.run = run;
    this.#keyframes = [...past, player.snapshot()];
    this.#spacing = spacing;
    while (player.step(run.duration)) {
      if (player.played % this.#spacing === 0) this.#addKeyframe(player.snapshot());
    }
    this.played = player.finish();
    this.events = player.played;
  }

  /** Plays a run; `spacing` is the number of events between two keyframes. */
  static of(run: Run, spacing = usualSpacing): Recording {
    return new Recording(new Player(run), [], spacing);
  }

  /** Bytes of the keyframes that are kept. */
  get bytes(): number {
    return this.#keyframes.reduce((bytes, keyframe) => bytes + bytesOf(keyframe), 0);
  }

  #addKeyframe(keyframe: PlayerSnapshot): void {
    this.#keyframes.push(keyframe);
    if (this.#keyframes.length < mostKeyframes && this.#keyframes.length * bytesOf(keyframe) < mostBytes) return;
    this.#spacing *= 2;
    this.#thinOut(this.#spacing);
  }

  #thinOut(spacing: number): void {
    const kept = this.#keyframes.filter(({ played }, index) => index === 0 || played % spacing === 0);
    this.#keyframes.splice(0, this.#keyframes.length, ...kept);
  }

  /** The run as it was at an instant, after everything that happened then. It is so until the next call. */
  stateAt(instant: Instant): Simulation {
    this.#scrubber ??= new Player(this.run);
    this.#goTo(this.#scrubber, instant);
    return this.#scrubber.sim;
  }

  /**
   * Another future: `run` is this run with further events behind its own, at `instant` or later. Until then all is as it
   * was. Undefined when the events need a row that this run does not have, such as a protection group that nobody named
   * before: a run with them has to be played from its start.
   */
  fork(instant: Instant, run: Run): Recording | undefined {
    if (!beginsWith(run, this.run)) return undefined;
    const player = new Player(run);
    this.#goTo(player, instant, this.played.moments);
    player.scheduleEventsFrom(this.run.events.length);
    const past = this.#keyframes.filter(({ now }) => now < instant);
    return new Recording(player, past, this.#spacing);
  }

  #goTo(player: Player, instant: Instant, moments?: readonly Moment[]): void {
    player.restore(this.#keyframeBefore(instant), moments);
    player.playUntil(instant);
  }

  /** The last keyframe all of whose events lie before an instant, or at it. */
  #keyframeBefore(instant: Instant): PlayerSnapshot {
    let low = 0;
    let high = this.#keyframes.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#keyframes[middle] as PlayerSnapshot).now <= instant) low = middle;
      else high = middle - 1;
    }
    return this.#keyframes[low] as PlayerSnapshot;
  }
}

/** Bytes of a keyframe: it consists of typed arrays for the most part. */
function bytesOf({ state, queue }: PlayerSnapshot): number {
  const arrays = [state.cells, state.random, state.destroyed, state.copies, queue.slots, queue.days];
  return arrays.reduce((bytes, { byteLength }) => bytes + byteLength, 0);
}

/** Whether the rows of a run begin with those of another one. */
function beginsWith(run: Run, other: Run): boolean {
  const isPrefix = <T>(all: readonly T[], first: readonly T[], nameOf: (row: T) => string) =>
    first.every((row, index) => nameOf(all[index] ?? row) === nameOf(row)) && all.length >= first.length;
  return (
    run.clusters.length === other.clusters.length &&
    run.zones.length === other.zones.length &&
    run.groups.length === other.groups.length &&
    isPrefix(run.classes, other.classes, (name) => name) &&
    isPrefix(run.instances, other.instances, ({ id, cluster }) => `${cluster} ${id}`) &&
    isPrefix(run.groups, other.groups, ({ id, cluster }) => `${cluster} ${id}`)
  );
}
