import type { Instant } from './timeline.ts';

/** An event that is due: what happens (`code`), to which row (`subject`), and the token it was scheduled with. */
export interface QueuedEvent {
  readonly at: Instant;
  readonly code: number;
  readonly subject: number;
  readonly token: number;
}

/** What a queue holds, as copies that nothing changes any more. */
export interface EventQueueSnapshot {
  readonly slots: Float64Array;
  readonly days: Int32Array;
  readonly free: number;
  readonly size: number;
  readonly day: number;
  readonly daysPerMillisecond: number;
}

const none = -1;
const fewestDays = 16;
const longestDay = 1_099_511_627_776;

/**
 * Events in the order of time, those of one instant in the order in which they were scheduled. A calendar: days of equal
 * length, as many as there are events or more, each with a sorted list of what is due on it in this year or a later one.
 * Pushing and popping touch a few cells however many events wait, and allocate nothing. An event stands behind all of its
 * instant that were pushed before it, so the order is total: a run never depends on how long the days happen to be.
 */
export class EventQueue {
  /** Of each slot its instant, then two cells with four integers: the slot behind it, code, subject, token. */
  #slots = new Float64Array(3 * fewestDays);
  #integers = new Int32Array(this.#slots.buffer);
  /** Of each day its first slot, and the one put there last behind another: many events of one instant follow one another. */
  #days = new Int32Array(2 * fewestDays).fill(none);
  #mask = fewestDays - 1;
  #free = none;
  #used = 0;
  #size = 0;
  /** Days are counted from the start of the run, over all years; nothing is due before this one. */
  #day = 0;
  #daysPerMillisecond = 1;
  /** Steps in vain since the days were made as long as they are, events taken out since then, and when the first of them was due. */
  #steps = 0;
  #pops = 0;
  #poppedFirst = 0;
  readonly #popped: { -readonly [K in keyof QueuedEvent]: QueuedEvent[K] } = { at: 0, code: 0, subject: 0, token: 0 };

  get size(): number {
    return this.#size;
  }

  push(at: Instant, code: number, subject: number, token: number): void {
    let slot = this.#free;
    if (slot === none) {
      slot = this.#used++;
      if (3 * slot === this.#slots.length) this.#growSlots();
    } else {
      this.#free = this.#integers[6 * slot + 2] as number;
    }
    const integers = this.#integers;
    this.#slots[3 * slot] = at;
    integers[6 * slot + 3] = code;
    integers[6 * slot + 4] = subject;
    integers[6 * slot + 5] = token;
    this.#size++;
    const day = Math.floor(at * this.#daysPerMillisecond);
    if (day < this.#day) this.#day = day;
    this.#insert(slot, at, day & this.#mask);
    if (this.#size > this.#mask + 1 || this.#steps > 4 * this.#size + 256) this.#layOut();
  }

  /** Takes the next event out if it is due at `until` or before. Every call fills the same object. */
  pop(until: Instant = Number.POSITIVE_INFINITY): QueuedEvent | undefined {
    if (this.#size === 0) return undefined;
    const slot = this.#next();
    const at = this.#slots[3 * slot] as number;
    if (at > until) return undefined;
    const integers = this.#integers;
    const day = 2 * (this.#day & this.#mask);
    this.#days[day] = integers[6 * slot + 2] as number;
    if (this.#days[day + 1] === slot) this.#days[day + 1] = none;
    integers[6 * slot + 2] = this.#free;
    this.#free = slot;
    this.#size--;
    if (this.#pops++ === 0) this.#poppedFirst = at;
    const popped = this.#popped;
    popped.at = at;
    popped.code = integers[6 * slot + 3] as number;
    popped.subject = integers[6 * slot + 4] as number;
    popped.token = integers[6 * slot + 5] as number;
    return popped;
  }

  snapshot(): EventQueueSnapshot {
    return {
      slots: this.#slots.slice(0, 3 * this.#used),
      days: this.#days.slice(),
      free: this.#free,
      size: this.#size,
      day: this.#day,
      daysPerMillisecond: this.#daysPerMillisecond,
    };
  }

  restore({ slots, days, free, size, day, daysPerMillisecond }: EventQueueSnapshot): void {
    this.#used = slots.length / 3;
    while (this.#slots.length < slots.length) this.#growSlots();
    this.#slots.set(slots);
    this.#days = days.slice();
    this.#mask = days.length / 2 - 1;
    this.#free = free;
    this.#size = size;
    this.#day = day;
    this.#daysPerMillisecond = daysPerMillisecond;
    this.#steps = 0;
    this.#pops = 0;
  }

  /** The slot of the next event; `#day` is its day afterwards. */
  #next(): number {
    const end = this.#day + this.#mask + 1;
    for (let day = this.#day; day < end; day++) {
      const slot = this.#days[2 * (day & this.#mask)] as number;
      if (slot !== none && Math.floor((this.#slots[3 * slot] as number) * this.#daysPerMillisecond) === day) {
        this.#steps += day - this.#day;
        this.#day = day;
        return slot;
      }
    }
    return this.#nextOfAnyYear();
  }

  /** Nothing is due within a year: the earliest of the first slots is next. */
  #nextOfAnyYear(): number {
    let next = none;
    let earliest = Number.POSITIVE_INFINITY;
    for (let day = 0; day <= this.#mask; day++) {
      const slot = this.#days[2 * day] as number;
      if (slot === none || (this.#slots[3 * slot] as number) >= earliest) continue;
      next = slot;
      earliest = this.#slots[3 * slot] as number;
    }
    this.#steps += 2 * this.#mask;
    this.#day = Math.floor(earliest * this.#daysPerMillisecond);
    return next;
  }

  /** Puts a slot into the list of a day, behind everything that is due no later. */
  #insert(slot: number, at: Instant, day: number): void {
    const slots = this.#slots;
    const integers = this.#integers;
    const first = this.#days[2 * day] as number;
    if (first === none || at < (slots[3 * first] as number)) {
      integers[6 * slot + 2] = first;
      this.#days[2 * day] = slot;
      return;
    }
    const last = this.#days[2 * day + 1] as number;
    let before = last !== none && (slots[3 * last] as number) <= at ? last : first;
    let behind = integers[6 * before + 2] as number;
    while (behind !== none && (slots[3 * behind] as number) <= at) {
      before = behind;
      behind = integers[6 * before + 2] as number;
      this.#steps++;
    }
    integers[6 * before + 2] = slot;
    integers[6 * slot + 2] = behind;
    this.#days[2 * day + 1] = slot;
  }

  /** Makes the days as many and as long as what waits needs, and puts everything into its day again. */
  #layOut(): void {
    const former = this.#days;
    const now = this.#day / this.#daysPerMillisecond;
    this.#daysPerMillisecond = 1 / this.#suitableDay();
    this.#day = Math.floor(now * this.#daysPerMillisecond);
    let days = fewestDays;
    while (days < this.#size) days *= 2;
    this.#mask = days - 1;
    this.#days = new Int32Array(2 * days).fill(none);
    for (let day = 0; day < former.length; day += 2) {
      let slot = former[day] as number;
      while (slot !== none) {
        const behind = this.#integers[6 * slot + 2] as number;
        const at = this.#slots[3 * slot] as number;
        this.#insert(slot, at, Math.floor(at * this.#daysPerMillisecond) & this.#mask);
        slot = behind;
      }
    }
    this.#steps = 0;
    this.#pops = 0;
  }

  /** Two to four times as long as it takes from one event to the next: as it went lately, or as what waits is spread. A power of two, so that days are exact. */
  #suitableDay(): number {
    const gap = this.#pops > 64 ? (this.#popped.at - this.#poppedFirst) / this.#pops : this.#spread();
    let day = 1;
    while (day < 2 * gap && day < longestDay) day *= 2;
    return day;
  }

  /** The mean time between two events that wait. */
  #spread(): number {
    let least = Number.POSITIVE_INFINITY;
    let most = Number.NEGATIVE_INFINITY;
    for (let day = 0; day < this.#days.length; day += 2) {
      for (let slot = this.#days[day] as number; slot !== none; slot = this.#integers[6 * slot + 2] as number) {
        const at = this.#slots[3 * slot] as number;
        if (at < least) least = at;
        if (at > most) most = at;
      }
    }
    return (most - least) / this.#size;
  }

  #growSlots(): void {
    const slots = new Float64Array(2 * this.#slots.length);
    slots.set(this.#slots);
    this.#slots = slots;
    this.#integers = new Int32Array(slots.buffer);
  }
}
