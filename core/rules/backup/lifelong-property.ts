import type { DesignChange, KeptCluster } from '../../design/design-change.ts';
import type { List, Value } from '../../design/node.ts';
import type { Path } from '../../design/path.ts';
import { comparableText } from '../../design/resource-change.ts';
import { cluster_for_life } from '../../facts/generated/replacement.ts';
import type { DesignFix } from '../rule.ts';
import { inWords } from './change-words.ts';

/** A property of a design that a cluster keeps for life, and that an edit changes. */
interface LifelongChange {
  readonly path: Path;
  readonly message: string;
  readonly fixes: readonly DesignFix[];
}

type Lifelong = (typeof cluster_for_life.value)[number];

/** What an edit changes of a cluster of a blueprint though the cluster keeps it for life. */
export function lifelongChanges(change: DesignChange, { earlier, later }: KeptCluster): readonly LifelongChange[] {
  const isPrimary = later === change.later.primary;
  return cluster_for_life.value.flatMap((property): readonly LifelongChange[] => {
    // What stands on top counts for the whole design and is said once.
    if (isOnTop(property)) return isPrimary ? describe(property, change.earlier[property], change.later[property]) : [];
    return describe(property, earlier[property], later[property]);
  });
}

type OnTop = 'engine' | 'databaseName' | 'masterUsername';

function isOnTop(property: Lifelong): property is OnTop {
  return property === 'engine' || property === 'databaseName' || property === 'masterUsername';
}

type Property = Value<string> | Value<boolean> | List<Value<string>>;

/** Speaks when both values are known and differ: what is left out in a blueprint may be as it is deployed. */
function describe(property: Lifelong, earlier: Property, later: Property): readonly LifelongChange[] {
  const [value, other] = [knownOf(earlier), knownOf(later)];
  if (value === undefined || other === undefined || comparable(value) === comparable(other)) return [];
  const [before, after] = [sayIt(value), sayIt(other)];
  const { path } = later;
  const message = `${property} changes from ${before} to ${after}, and a cluster keeps it for life: RDS has no call that changes it. Put ${before} back, or plan a new cluster beside this one, to which the data are taken. ${instead[property]}`;
  const fixes: readonly DesignFix[] = [
    { title: `Put ${property} back to ${before}`, edits: [{ kind: 'set', path, value }] },
  ];
  return [{ path, message, fixes }];
}

function knownOf(property: Property): string | boolean | readonly string[] | undefined {
  if (property.presence !== 'known') return undefined;
  if (!('items' in property)) return property.value;
  const words = property.items.flatMap((item) => (item.presence === 'known' ? [item.value] : []));
  return words.length === property.items.length ? words : undefined;
}

type Known = Exclude<ReturnType<typeof knownOf>, undefined>;

function comparable(value: Known): string {
  return typeof value === 'object' ? value.toSorted().join() : comparableText(String(value));
}

function sayIt(value: Known): string {
  return typeof value === 'object' ? inWords(value) : String(value);
}

/** How the data get into another cluster, or what can be done in this one. */
const instead: Readonly<Record<Lifelong, string>> = {
  availabilityZones: 'The zone of each instance can be chosen among those of the cluster.',
  databaseName: 'CREATE DATABASE makes further databases in the cluster.',
  dbSubnetGroupName: 'The subnets of the group that it has can be changed.',
  engine: 'A dump or AWS DMS takes them to another engine.',
  kmsKeyId: 'A snapshot is restored with another key.',
  masterUsername: 'CREATE USER makes further users in the cluster.',
  storageEncrypted: 'A snapshot is restored with encryption; it cannot be taken away.',
};
