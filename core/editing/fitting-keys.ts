import type { Design } from '../design/design.ts';
import type { ObjectShape, Properties } from '../design/format/shape.ts';
import { known } from '../design/node.ts';
import type { Path } from '../design/path.ts';

/** What stands beside a kind of event; every other key of an event is a kind of its own. */
const companions: Readonly<Record<string, readonly string[]>> = {
  fail: ['target', 'for'],
  corrupt: ['target'],
  failover: ['target'],
  switchover: ['target'],
  add: ['target'],
  partition: ['for'],
  patch: ['zeroDowntime'],
};

const allCompanions = ['at', ...new Set(Object.values(companions).flat())];

/** Keys of which one excludes the others, by the key of what holds them. */
const alternatives: Readonly<Record<string, readonly (readonly string[])[]>> = {
  origin: [['snapshot', 'pointInTime', 'clone', 's3']],
  pointInTime: [
    ['restoreToTime', 'useLatestRestorableTime'],
    ['sourceDBClusterIdentifier', 'sourceDbClusterResourceId'],
  ],
  endpoints: [['staticMembers', 'excludedMembers']],
};

/**
 * The keys of a group that nothing speaks against beside those that are written: an event is of one kind, some keys
 * exclude each other, and some belong to one engine.
 */
export function fittingKeys(
  shape: ObjectShape<Properties>,
  { path, present, design }: { readonly path: Path; readonly present: readonly string[]; readonly design: Design },
): readonly string[] {
  const engine = known(design.engine);
  const keys = Object.entries(shape.properties).flatMap(([key, { documentation }]) => {
    const isOfEngine = documentation.engine === undefined || engine === undefined || documentation.engine === engine;
    return isOfEngine && !present.includes(key) ? [key] : [];
  });
  const group = path.findLast((step) => typeof step === 'string');
  if (group === 'events') return keys.filter((key) => fitsEvent(key, present));
  const excluding = (group === undefined ? undefined : alternatives[group]) ?? [];
  const excluded = excluding.filter((names) => names.some((name) => present.includes(name))).flat();
  return keys.filter((key) => !excluded.includes(key));
}

function fitsEvent(key: string, present: readonly string[]): boolean {
  const kind = present.find((name) => !allCompanions.includes(name));
  if (key === 'at') return true;
  if (kind !== undefined) return companions[kind]?.includes(key) ?? false;
  if (allCompanions.includes(key)) return false;
  const beside = present.filter((name) => name !== 'at');
  return beside.every((name) => companions[key]?.includes(name));
}
