import { EventQueue } from '@aurora-blueprint/core/simulation/event-queue.ts';

/** Has something happen to a segment after so many milliseconds: it fails, or it is repaired. */
export type Schedule = (delay: number, segment: number, fails: boolean) => void;

const segmentsPerGroup = 6;
const repair = 10_000;

/**
 * The protection groups of a volume whose segments fail and are repaired, each by itself, with how many groups have how
 * many copies: the same work for every engine that keeps the events. Delays are drawn beforehand, so that what is
 * measured is the engine.
 */
export class Failing {
  /** How many groups have so many copies. */
  readonly groupsWith = new Int32Array(segmentsPerGroup + 1);
  happened = 0;
  readonly #copies: Uint8Array;
  readonly #delays: Float64Array;
  #drawn = 0;
  #schedule: Schedule = () => undefined;

  /** `delays`: times until a segment fails, in milliseconds; as many as a power of two. */
  constructor(groups: number, delays: Float64Array) {
    this.#copies = new Uint8Array(groups).fill(segmentsPerGroup);
    this.#delays = delays;
    this.groupsWith[segmentsPerGroup] = groups;
  }

  begin(schedule: Schedule): void {
    this.#schedule = schedule;
    const segments = this.#copies.length * segmentsPerGroup;
    for (let segment = 0; segment < segments; segment++) schedule(this.#draw(), segment, true);
  }

  happens(segment: number, fails: boolean): void {
    const group = (segment / segmentsPerGroup) | 0;
    const copies = this.#copies[group] as number;
    const next = fails ? copies - 1 : copies + 1;
    this.#copies[group] = next;
    this.groupsWith[copies] = (this.groupsWith[copies] as number) - 1;
    this.groupsWith[next] = (this.groupsWith[next] as number) + 1;
    this.happened++;
    this.#schedule(fails ? repair : this.#draw(), segment, !fails);
  }

  #draw(): number {
    return this.#delays[this.#drawn++ & (this.#delays.length - 1)] as number;
  }
}

/** Plays the failing groups on the queue of the simulator: in the order of time, then in that of scheduling. */
export function playOnEventQueue(failing: Failing, horizon: number): void {
  const queue = new EventQueue();
  let now = 0;
  failing.begin((delay, segment, fails) => queue.push(now + delay, fails ? 1 : 0, segment, 0));
  for (let event = queue.pop(horizon); event !== undefined; event = queue.pop(horizon)) {
    now = event.at;
    failing.happens(event.subject, event.code === 1);
  }
}
