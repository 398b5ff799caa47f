import { formatDuration } from '../design/format/duration.ts';
import { type DurabilityModel, defaultModel } from './model.ts';

/** A figure on which a result rests, with where it comes from. AWS publishes neither how often copies nor how often AZs fail. */
export interface DurabilityAssumption {
  readonly name: string;
  readonly value: string;
  readonly basis: 'documented' | 'measured' | 'assumed';
  readonly source: string;
}

/** What the durability of a model rests on. */
export function assumptionsOf(model: DurabilityModel): readonly DurabilityAssumption[] {
  const { copies, zones, writeQuorum, readQuorum, quorum, repair, zoneModel } = model;
  /** A figure that somebody gave is theirs, whatever is documented. */
  const documented = (name: string, value: string, source: string, ...of: readonly (keyof DurabilityModel)[]) => {
    const isGiven = of.some((figure) => model[figure] !== defaultModel[figure]);
    return isGiven ? assumed(name, value, `given; ${source}`) : ({ name, value, basis: 'documented', source } as const);
  };
  const quorums = `${writeQuorum} of ${copies} to write, ${readQuorum} of ${copies} to recover`;
  const list: DurabilityAssumption[] = [
    documented(
      'copies',
      `${copies} in ${zones} AZs, ${quorums}`,
      'Verbitski 2017, 2.1: 6 in 3 AZs, 4 and 3',
      ...(['copies', 'zones', 'writeQuorum', 'readQuorum'] as const),
    ),
    assumed('mttf', inWords(model.mttf), 'not published; a copy fails when its storage node, disk or network does'),
    documented('mttr', inWords(model.mttr), 'Verbitski 2017, 2.2: 10 s for 10 GB at 10 Gbps', 'mttr'),
    assumed(
      'repair',
      repair === 'parallel' ? 'all lost copies at once' : 'one copy at a time',
      'copies lie on different nodes',
    ),
    assumed(
      'independence',
      'copies fail independently of one another, at a constant rate',
      'correlated failures make it worse',
    ),
  ];
  if (quorum === 'full-tail') {
    list.push(documented('quorum', 'half of the copies full, the others tail', 'Verbitski 2018, 4.2'));
  }
  if (zoneModel === 'outage') {
    list.push(
      assumed('azMtbf', `an AZ goes dark every ${inWords(model.zoneMtbf)}, its copies intact`, 'not published'),
      assumed('azMttr', `for ${inWords(model.zoneMttr)} on average`, 'not published'),
    );
  }
  if (zoneModel === 'shock') {
    list.push(assumed('azMtbf', `an AZ loses its copies every ${inWords(model.zoneMtbf)}`, 'not published'));
  }
  return list;
}

function assumed(name: string, value: string, source: string): DurabilityAssumption {
  return { name, value, basis: 'assumed', source };
}

/** Hours as a person says them. */
export function inWords(hours: number): string {
  return formatDuration(Math.round(hours * 3_600_000));
}
