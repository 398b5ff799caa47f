import type { Path } from './path.ts';

/** What stands at one place of a template in one case of its conditions. */
export type GraphValue =
  | { readonly kind: 'absent'; readonly path: Path }
  | {
      /** Something that could not be resolved, or may be hidden. */
      readonly kind: 'unknown';
      readonly path: Path;
      /** Its expression in one spelling, equal for what is certainly equal; empty when there is none. */
      readonly identity: string;
      /** Logical id of the resource that it refers to by Ref, GetAtt or Sub. */
      readonly resource?: string;
      /** Whether it is the empty text; undefined when it may be. */
      readonly isEmpty?: boolean;
    }
  | {
      readonly kind: 'scalar';
      readonly path: Path;
      readonly text: string;
      readonly value: string | number | boolean;
      /** Whether it is written without quotes. */
      readonly isPlain: boolean;
    }
  | { readonly kind: 'list'; readonly path: Path; readonly items: readonly GraphValue[] }
  | {
      readonly kind: 'map';
      readonly path: Path;
      readonly entries: ReadonlyMap<string, GraphValue>;
      /** Whether it may have more keys than are seen. */
      readonly isOpen: boolean;
    };

/** What a template says of a resource beside its properties. */
export type ResourceAttribute = 'DeletionPolicy' | 'UpdateReplacePolicy' | 'Metadata';

/** A resource of a template in one case of its conditions. */
export interface GraphResource {
  readonly logicalId: string;
  readonly type: string;
  /** Where it stands: `Resources` and its logical id. */
  readonly path: Path;
  /** Undefined when it cannot be told whether it exists. */
  readonly exists: boolean | undefined;
  /** Name of the condition without which it does not exist. */
  readonly condition: string | undefined;
  /** Logical ids in its DependsOn. */
  readonly dependsOn: readonly string[];
  /** A property by CloudFormation's name, or what stands deeper in it. */
  property(...keys: readonly string[]): GraphValue;
  attribute(name: ResourceAttribute): GraphValue;
  /** Whether a property is written out, the same whatever the conditions and parameters are. */
  isFixed(property: string): boolean;
}

/** The resources of a template in one case of its conditions, and how they refer to each other. */
export interface ResourceGraph {
  /** Whether there may be resources that are not seen: macros, modules, loops, markup, broken text. */
  readonly isOpen: boolean;
  /** The Aurora DB clusters that exist, or may exist. */
  readonly clusters: readonly GraphResource[];
  /** The DB instances of Aurora clusters, of this template or of others, that exist or may exist. */
  readonly instances: readonly GraphResource[];
  /** Every resource of a type that exists, or may exist. */
  ofType(type: string): readonly GraphResource[];
  /** The resource to which a value refers, if it exists or may exist. */
  referredTo(value: GraphValue): GraphResource | undefined;
  /** Whether a value names a cluster of the template, by reference or by identifier; undefined when it may. */
  names(value: GraphValue, cluster: GraphResource): boolean | undefined;
  /** Logical ids of all resources that CloudFormation creates before a resource, through DependsOn and references. */
  createdBefore(resource: GraphResource): ReadonlySet<string>;
}

/** The text of a value that is known. */
export function textOf(value: GraphValue): string | undefined {
  return value.kind === 'scalar' ? value.text : undefined;
}

/** The text of a value that is known and written without quotes. */
export function plainTextOf(value: GraphValue): string | undefined {
  return value.kind === 'scalar' && value.isPlain ? value.text : undefined;
}

/** The truth value of a value that is known; CloudFormation takes it as text too. */
export function truthOf(value: GraphValue): boolean | undefined {
  const word = textOf(value)?.trim().toLowerCase();
  return word === 'true' || word === 'false' ? word === 'true' : undefined;
}

/** The number of a value that is known; CloudFormation takes it as text too. */
export function numberOf(value: GraphValue): number | undefined {
  const word = textOf(value)?.trim() ?? '';
  return /^-?\d+(\.\d+)?$/.test(word) ? Number(word) : undefined;
}

/** The items of a value that is a list; undefined when that is not known. */
export function itemsOf(value: GraphValue): readonly GraphValue[] | undefined {
  if (value.kind === 'absent') return [];
  return value.kind === 'list' ? value.items : undefined;
}

/** What stands under keys of a value. */
export function valueAt(value: GraphValue, ...keys: readonly string[]): GraphValue {
  return keys.reduce((holder: GraphValue, key): GraphValue => {
    const path = [...holder.path, key];
    const isHidden = holder.kind === 'unknown' || (holder.kind === 'map' && holder.isOpen);
    const found = holder.kind === 'map' ? holder.entries.get(key) : undefined;
    return found ?? (isHidden ? { kind: 'unknown', path, identity: '' } : { kind: 'absent', path });
  }, value);
}

/** Whether certainly nothing stands there; the empty text counts as nothing. */
export function isAbsent(value: GraphValue): boolean {
  if (value.kind === 'unknown') return value.isEmpty === true;
  return value.kind === 'absent' || textOf(value) === '';
}

/** Whether certainly something stands there, though it may not be known what. */
export function isGiven(value: GraphValue): boolean {
  return value.kind === 'unknown' ? value.isEmpty === false : !isAbsent(value);
}

/** Whether certainly something is not switched on. */
export function isOff(value: GraphValue): boolean {
  return isAbsent(value) || truthOf(value) === false;
}

/** Whether a value is a Ref to a resource, and nothing is made of it. */
export function isRefTo({ logicalId }: GraphResource, value: GraphValue): boolean {
  return value.kind === 'unknown' && value.identity === `Ref ${logicalId}`;
}

/** Whether two values are certainly the same name; AWS stores names in lower case, and the empty text is none. */
export function areSameNames(a: GraphValue, b: GraphValue): boolean {
  if (a.kind !== 'scalar' || b.kind !== 'scalar') return areEqual(a, b);
  return a.text !== '' && a.text.toLowerCase() === b.text.toLowerCase();
}

/** Whether two values are certainly the same: equal texts, or the same expression. */
export function areEqual(a: GraphValue, b: GraphValue): boolean {
  if (a.kind === 'scalar') return b.kind === 'scalar' && a.text === b.text;
  return a.kind === 'unknown' && b.kind === 'unknown' && a.identity !== '' && a.identity === b.identity;
}
