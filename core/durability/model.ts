/** A volume as far as its durability goes: the copies of one protection group, how they fail and are repaired. Times in hours. */
export interface DurabilityModel {
  /** Copies of a protection group, spread over the AZs one after the other. */
  readonly copies: number;
  readonly zones: number;
  /** Copies that a write and a recovery need. */
  readonly writeQuorum: number;
  readonly readQuorum: number;
  /**
   * `count`: any copies. `full-tail`: half of the copies hold pages (full), the others the log alone (tail): a write needs
   * the quorum or all full ones, a recovery the quorum with a full one in it. Source: Verbitski 2018, 4.2.
   */
  readonly quorum: 'count' | 'full-tail';
  /** Mean time until a copy is lost, and until it is copied anew. */
  readonly mttf: number;
  readonly mttr: number;
  /** Whether every lost copy is repaired at once, or one at a time. */
  readonly repair: 'parallel' | 'serial';
  /** What happens to whole AZs: nothing; they go dark with their copies intact; they lose all copies. */
  readonly zoneModel: 'none' | 'outage' | 'shock';
  /** Mean time until an AZ goes dark or loses its copies, and how long it stays dark. */
  readonly zoneMtbf: number;
  readonly zoneMttr: number;
  /** The time that is looked at. */
  readonly horizon: number;
}

/** Hours of a year of 365.25 days. */
export const yearInHours = 8766;

/** Six copies in three AZs that fail once a year and are repaired in 10 s. Sources: Verbitski 2017, 2.1 and 2.2; the MTTF is assumed. */
export const defaultModel: DurabilityModel = {
  copies: 6,
  zones: 3,
  writeQuorum: 4,
  readQuorum: 3,
  quorum: 'count',
  mttf: yearInHours,
  mttr: 10 / 3600,
  repair: 'parallel',
  zoneModel: 'none',
  zoneMtbf: 5 * yearInHours,
  zoneMttr: 2,
  horizon: yearInHours,
};

/** Most copies of a group that are computed: the chain has a state for each way in which they can be lost. */
export function mostCopies({ quorum, zoneModel }: DurabilityModel): number {
  return quorum === 'count' && zoneModel === 'none' ? 64 : 12;
}

/** Why a model cannot be computed, as sentences; none when it can. */
export function problemsOf(model: DurabilityModel): readonly string[] {
  const { copies, zones, writeQuorum, readQuorum } = model;
  const problems: string[] = [];
  const say = (isProblem: boolean, problem: string) => {
    if (isProblem) problems.push(problem);
  };
  const most = mostCopies(model);
  say(!isWhole(copies, 1, most), `The copies are a whole number from 1 to ${most}.`);
  say(!isWhole(zones, 1, copies), 'The AZs are a whole number, at most one for each copy.');
  say(!isWhole(writeQuorum, 1, copies), 'The write quorum is a whole number, at most all copies.');
  say(!isWhole(readQuorum, 1, copies), 'The read quorum is a whole number, at most all copies.');
  say(
    model.quorum === 'full-tail' && copies % 2 === 1,
    'Full and tail copies come in pairs: the copies are an even number.',
  );
  for (const time of ['mttf', 'mttr', 'horizon'] as const) say(!isTime(model[time]), `${time} is a time above 0.`);
  if (model.zoneModel !== 'none') say(!isTime(model.zoneMtbf), 'The MTBF of an AZ is a time above 0.');
  if (model.zoneModel === 'outage') say(!isTime(model.zoneMttr), 'The MTTR of an AZ is a time above 0.');
  return problems;
}

function isWhole(value: number, min: number, max: number): boolean {
  return Number.isInteger(value) && value >= min && value <= max;
}

function isTime(hours: number): boolean {
  return Number.isFinite(hours) && hours > 0;
}
