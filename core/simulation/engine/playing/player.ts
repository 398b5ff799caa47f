import type { QueuedEvent } from '../../event-queue.ts';
import { restUntold, runEnds } from '../../explanations/run.ts';
import { at, type Run } from '../../run.ts';
import type { Instant, Moment } from '../../timeline.ts';
import { TraceHash } from '../../trace-hash.ts';
import { createSimulation, noteOfStart } from '../engine.ts';
import { handle } from '../handlers.ts';
import { advance } from '../load/measures.ts';
import { settle } from '../settle.ts';
import { eventCode, type Simulation, schedule } from '../simulation.ts';
import { writeStates } from '../state.ts';
import { followEngine } from '../storage/follow-engine.ts';
import { playQuietly } from '../storage/group-failures.ts';
import { momentsOf } from './moments.ts';
import { restoreSnapshot, type Snapshot, takeSnapshot } from './snapshot.ts';

/** More moments than anybody looks at, each with the whole state: the rest of such a run is played and not told. */
const mostMoments = 10_000;

/** A run that has been played to its end. */
export interface PlayedRun {
  readonly sim: Simulation;
  readonly moments: readonly Moment[];
  readonly traceHash: string;
}

/** Where a player stands between two events. */
export interface PlayerSnapshot extends Snapshot {
  /** Events that have been played, and moments that have been told of them. */
  readonly played: number;
  readonly told: number;
  readonly trace: readonly [high: number, low: number];
}

/** Plays a run: the same run gives the same moments and the same trace hash, on every machine. */
export function play(run: Run): PlayedRun {
  return new Player(run).finish();
}

/** Plays a run event by event. It can be stopped anywhere, put back, and put into the past of another run. */
export class Player {
  readonly sim: Simulation;
  readonly #moments: Moment[] = [];
  readonly #trace = new TraceHash();
  #played = 0;
  #tells = true;

  constructor(run: Run) {
    this.sim = createSimulation(run);
    this.sim.notes.push(noteOfStart(this.sim));
    settle(this.sim);
    this.#tell();
  }

  /** How many events have been played. */
  get played(): number {
    return this.#played;
  }

  /** Plays the next event if it is due at `until` or before, and within the run. */
  step(until: Instant): boolean {
    const { sim } = this;
    const event = sim.queue.pop(Math.min(until, sim.run.duration));
    if (event === undefined) return false;
    const { at: instant, code, subject, token }: QueuedEvent = event;
    advance(sim, instant);
    if (!playQuietly(sim, event)) {
      handle(sim, event);
      settle(sim);
      this.#tell();
    }
    this.#played++;
    if (this.#tells) this.#follow(instant, code, subject, token, sim.state.run.writes.get(0));
    return true;
  }

  #follow(...values: readonly number[]): void {
    for (const value of values) this.#trace.add(value);
  }

  /** Plays all that is due by an instant, and moves on to it. */
  playUntil(instant: Instant): void {
    while (this.step(instant));
    advance(this.sim, Math.min(instant, this.sim.run.duration));
  }

  /** Plays what is left. */
  finish(): PlayedRun {
    const { sim } = this;
    this.playUntil(sim.run.duration);
    followEngine(sim);
    if (sim.protocol) this.#trace.add(sim.protocol.volume.state.volume.trace.get(0));
    this.#tell();
    const end = runEnds(sim.run.duration, at(writeStates, sim.state.run.writes.get(0)));
    if (this.#tells) this.#moments.push(...momentsOf(sim, [end]));
    return { sim, moments: this.#moments, traceHash: this.#trace.toString() };
  }

  snapshot(): PlayerSnapshot {
    return {
      ...takeSnapshot(this.sim),
      played: this.#played,
      told: this.#moments.length,
      trace: this.#trace.snapshot(),
    };
  }

  /** Goes to where a snapshot was taken of a run with these moments; without them nobody wants to be told of any, nor the trace. */
  restore(snapshot: PlayerSnapshot, moments?: readonly Moment[]): void {
    restoreSnapshot(this.sim, snapshot);
    this.#played = snapshot.played;
    this.#trace.restore(snapshot.trace);
    this.#tells = moments !== undefined;
    this.#moments.splice(0, this.#moments.length, ...(moments ?? []).slice(0, snapshot.told));
  }

  /** Has the events of the scenario from `first` on happen, of which the past that was taken over knew nothing; none lies before now. */
  scheduleEventsFrom(first: number): void {
    const { sim } = this;
    for (const [index, event] of sim.run.events.entries()) {
      if (index < first || event.at > sim.run.duration) continue;
      schedule(sim, event.at - sim.now, eventCode.scenario, index, 0);
    }
  }

  #tell(): void {
    const notes = this.sim.notes.splice(0);
    if (!this.#tells || this.#moments.length > mostMoments) return;
    this.#moments.push(...momentsOf(this.sim, notes));
    if (this.#moments.length > mostMoments) this.#moments.push(...momentsOf(this.sim, [restUntold(mostMoments)]));
  }
}
