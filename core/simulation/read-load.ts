import type { Design } from '../design/design.ts';
import { known, type Value } from '../design/node.ts';
import type { Load } from './scenario.ts';

/** The workload of a design, or the load of an event: what of it is known, in whole numbers. */
export function readLoad({ readsPerSecond, writesPerSecond, connections }: Design['workload']): Load {
  return {
    ...amount('readsPerSecond', readsPerSecond),
    ...amount('writesPerSecond', writesPerSecond),
    ...amount('connections', connections),
  };
}

function amount(name: keyof Load, value: Value<number>): Load {
  const stated = known(value);
  return stated === undefined || !(stated >= 0 && stated <= most) ? {} : { [name]: Math.round(stated) };
}

/** More than any cluster serves. */
const most = 1_000_000_000;
