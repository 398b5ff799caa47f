import { clustersOf, type Design } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import { isMultiMaster, nextWriterOf, writerOf } from '../../design/promotion.ts';
import { sixCopies } from '../../simulation/quorum.ts';
import { instancesIn } from '../values/availability-zones.ts';
import type { Meaning } from './place.ts';

/** What an event of a scenario does to this design at first; playing it shows the rest. */
export const eventMeaning: Meaning = ({ design, path: [, scenario, , index, key], written }) => {
  const event = design.scenarios.items[Number(scenario)]?.events.items[Number(index)];
  if (event === undefined || typeof key !== 'string' || ['at', 'for'].includes(key)) return undefined;
  if (known(event.crash) !== undefined) return instanceLost(design, known(event.crash) ?? '');
  if (known(event.fail) === 'instance') return instanceLost(design, known(event.target) ?? '');
  if (known(event.fail) !== 'az' || known(event.target) === undefined) return undefined;
  const zone = known(event.target) ?? written;
  const there = instancesIn(clustersOf(design), zone);
  const copies = `Two of six copies are gone; writes need ${sixCopies.write.needs} and go on.`;
  const lost =
    there.length === 0 ? 'No instance is put there.' : `${there.join(', ')} ${there.length === 1 ? 'is' : 'are'} lost.`;
  return `${lost} ${copies}`;
};

function instanceLost(design: Design, target: string): string | undefined {
  const writer = writerOf(design, design.primary);
  const id = target === 'writer' ? writer && known(writer.id) : target;
  if (id === undefined || id === '') return undefined;
  if (isMultiMaster(design, design.primary)) return `${id} writes, and so do the others: nobody is promoted.`;
  if (writer === undefined || known(writer.id) !== id) return `${id} reads, so nobody is promoted.`;
  const next = nextWriterOf(design, design.primary);
  if (next === undefined) return `${id} writes, and no reader can take over: it is recreated in its AZ.`;
  const { promoted, reason } = next;
  const rivals = reason.kind === 'arbitrary' ? reason.among.map((one) => one.id).join(' or ') : promoted.id;
  return `${id} writes; ${rivals} is promoted.`;
}
