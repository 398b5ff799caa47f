import type { DurabilityModel } from './model.ts';

/** The copies of a protection group in one AZ. */
interface Zone {
  /** Copies that hold pages, and those that hold the log alone. */
  readonly full: number;
  readonly tail: number;
  readonly isDark: boolean;
}

/** A Markov chain in continuous time: what can happen to the copies of one protection group. Its first state is that all is well. */
export interface Chain {
  readonly size: number;
  /** Rates per hour from each state to each other, row by row; the diagonal is 0. */
  readonly rates: Float64Array;
  /** Whether a write finds its quorum, a recovery its own, and whether any copy is left. */
  readonly canWrite: readonly boolean[];
  readonly canRead: readonly boolean[];
  readonly hasCopy: readonly boolean[];
  /** How many copies and AZs are away in each state: what makes it more brings losses nearer. */
  readonly away: readonly number[];
  /** A rate at which, at least, the chain forgets where it began, per hour. */
  readonly relaxation: number;
}

type State = readonly Zone[];

/** The chain of a model. AZs that are alike are not told apart. */
export function chainOf(model: DurabilityModel): Chain {
  const whole = zonesOf(model);
  const states: State[] = [whole];
  const indexOf = new Map([[keyOf(whole), 0]]);
  const edges: { readonly from: number; readonly to: number; readonly rate: number }[] = [];
  for (let from = 0; from < states.length; from++) {
    for (const { state, rate } of changesOf(states[from] ?? whole, whole, model)) {
      const next = sorted(state, whole);
      const key = keyOf(next);
      let to = indexOf.get(key);
      if (to === undefined) {
        to = states.push(next) - 1;
        indexOf.set(key, to);
      }
      if (to !== from) edges.push({ from, to, rate });
    }
  }
  const size = states.length;
  const rates = new Float64Array(size * size);
  for (const { from, to, rate } of edges) rates[from * size + to] = (rates[from * size + to] ?? 0) + rate;
  const full = whole.reduce((sum, zone) => sum + zone.full, 0);
  return {
    size,
    rates,
    canWrite: states.map((state) => canWrite(state, model, full)),
    canRead: states.map((state) => canRead(state, model)),
    hasCopy: states.map((state) => state.some((zone) => zone.full + zone.tail > 0)),
    away: states.map((state) => awayIn(state, whole)),
    relaxation: relaxationOf(model),
  };
}

function awayIn(state: State, whole: State): number {
  const copies = (zones: State) => zones.reduce((sum, { full, tail }) => sum + full + tail, 0);
  return copies(whole) - copies(state) + state.filter(({ isDark }) => isDark).length;
}

/** What the AZs hold when all is well; one AZ with everything where it does not matter in which AZ a copy lies. */
function zonesOf({ copies, zones, zoneModel, quorum }: DurabilityModel): State {
  const full = quorum === 'full-tail' ? copies / 2 : copies;
  if (zoneModel === 'none') return [{ full, tail: copies - full, isDark: false }];
  return Array.from({ length: zones }, (_, zone) => {
    const inZone = Array.from({ length: copies }, (_unused, copy) => copy).filter((copy) => copy % zones === zone);
    const fullHere = inZone.filter((copy) => copy < full).length;
    return { full: fullHere, tail: inZone.length - fullHere, isDark: false };
  });
}

interface Change {
  readonly state: State;
  readonly rate: number;
}

/** Everything that can happen next, each with its rate. */
function* changesOf(state: State, whole: State, model: DurabilityModel): Generator<Change> {
  const lost = state.map((zone, index) => {
    const { full, tail } = whole[index] ?? zone;
    return { full: full - zone.full, tail: tail - zone.tail };
  });
  // A dark AZ repairs nothing.
  const inRepair = state.reduce((sum, { isDark }, index) => {
    return isDark ? sum : sum + (lost[index]?.full ?? 0) + (lost[index]?.tail ?? 0);
  }, 0);
  const repairRate = model.repair === 'parallel' ? 1 / model.mttr : 1 / (model.mttr * Math.max(1, inRepair));
  for (const [index, zone] of state.entries()) {
    const change = (changed: Zone, rate: number): Change => ({ state: state.with(index, changed), rate });
    const { full: lostFull = 0, tail: lostTail = 0 } = lost[index] ?? {};
    if (zone.full > 0) yield change({ ...zone, full: zone.full - 1 }, zone.full / model.mttf);
    if (zone.tail > 0) yield change({ ...zone, tail: zone.tail - 1 }, zone.tail / model.mttf);
    if (lostFull > 0 && !zone.isDark) yield change({ ...zone, full: zone.full + 1 }, lostFull * repairRate);
    if (lostTail > 0 && !zone.isDark) yield change({ ...zone, tail: zone.tail + 1 }, lostTail * repairRate);
    if (model.zoneModel === 'shock') yield change({ ...zone, full: 0, tail: 0 }, 1 / model.zoneMtbf);
    if (model.zoneModel === 'outage') {
      yield change({ ...zone, isDark: !zone.isDark }, 1 / (zone.isDark ? model.zoneMttr : model.zoneMtbf));
    }
  }
}

/** AZs that held the same at first are interchangeable: they are put in order. */
function sorted(state: State, whole: State): State {
  const result = [...state];
  const isAlike = (a: number, b: number) => whole[a]?.full === whole[b]?.full && whole[a]?.tail === whole[b]?.tail;
  for (let end = result.length - 1; end > 0; end--) {
    for (let index = 0; index < end; index++) {
      const [a, b] = [result[index], result[index + 1]];
      if (a === undefined || b === undefined || !isAlike(index, index + 1) || rank(a) >= rank(b)) continue;
      result[index] = b;
      result[index + 1] = a;
    }
  }
  return result;
}

function rank({ full, tail, isDark }: Zone): number {
  return (full * 100 + tail) * 2 + (isDark ? 0 : 1);
}

function keyOf(state: State): string {
  return state.map(rank).join(' ');
}

function accessible(state: State): { readonly full: number; readonly all: number } {
  let full = 0;
  let all = 0;
  for (const zone of state) {
    if (zone.isDark) continue;
    full += zone.full;
    all += zone.full + zone.tail;
  }
  return { full, all };
}

function canWrite(state: State, { writeQuorum, quorum }: DurabilityModel, fullCopies: number): boolean {
  const { full, all } = accessible(state);
  return all >= writeQuorum || (quorum === 'full-tail' && full === fullCopies);
}

function canRead(state: State, { readQuorum }: DurabilityModel): boolean {
  const { full, all } = accessible(state);
  return all >= readQuorum && full > 0;
}

/** The slowest of what returns to normal by itself, taken generously. */
function relaxationOf({ mttf, mttr, zoneModel, zoneMttr, zoneMtbf }: DurabilityModel): number {
  const ofCopies = 1 / mttf + 1 / mttr;
  return (zoneModel === 'outage' ? Math.min(ofCopies, 1 / zoneMttr + 1 / zoneMtbf) : ofCopies) / 8;
}
