import type { Engine } from '../../facts/engine-versions.ts';
import type { Fact } from '../../facts/fact.ts';

/** What people read about a property, in completion, hover and the JSON Schema alike. */
export interface Documentation {
  /** One sentence: what it is for, in our words. */
  readonly summary: string;
  /** What people call a file of it, where it is the whole of one. */
  readonly file?: 'blueprint' | 'scenario file';
  /** What holds when it is left out. */
  readonly default?: string;
  /** What AWS accepts, in words, such as `1 to 35 days`. */
  readonly limits?: string;
  /** A value that works, offered by completion. */
  readonly example?: string;
  /** The values that AWS takes, where they are few and the type alone does not tell them. */
  readonly values?: readonly (string | number)[];
  /** The only engine that has it. */
  readonly engine?: Engine;
  /** The only engine that has a value, by those values. */
  readonly engineOfValue?: Readonly<Record<string, Engine>>;
  /** Where limits and default come from. */
  readonly facts?: readonly Fact[];
}

/** Values that completion takes from a catalogue or from the design itself. */
export type Vocabulary =
  | 'region'
  | 'availabilityZone'
  | 'backupWindow'
  | 'clusterEngine'
  | 'designFile'
  | 'engineVersion'
  | 'instanceClass'
  | 'instanceId'
  | 'maintenanceWindow'
  | 'parameterFamily'
  | 'promotionTier'
  | 'roleFeature'
  | 'faultTarget'
  | 'snapshotId'
  | 'invariant'
  | 'logExport';

/** Keys of a mapping that completion takes from a catalogue or from the design itself. */
export type KeyVocabulary = 'assumption' | 'endpointId' | 'instanceId' | 'parameter' | 'protectionGroup';

/** A scalar as it stands in a text. */
export interface SourceScalar {
  /** What YAML or JSON makes of it. */
  readonly value: unknown;
  /** Its characters without quotes: `16.10` stays `16.10`. */
  readonly text: string;
}

export interface ScalarShape<T> {
  readonly kind: 'scalar';
  readonly documentation: Documentation;
  /** What is wanted, for the message about a wrong type: `a whole number`. */
  readonly expected: string;
  /** The closed list of values, where there is one. */
  readonly choices?: readonly string[];
  readonly vocabulary?: Vocabulary;
  readonly schemaType: 'string' | 'integer' | 'number' | 'boolean';
  /** The value of a scalar as written, or undefined when it is not of this type. */
  readonly parse: (scalar: SourceScalar) => T | undefined;
  /** A value as a blueprint writes it, where that is not the value itself. */
  write?(value: T): string;
}

export interface ListShape<I extends Shape> {
  readonly kind: 'list';
  readonly documentation: Documentation;
  readonly item: I;
}

/** A mapping whose keys people choose, such as tags. */
export interface RecordShape<I extends Shape> {
  readonly kind: 'record';
  readonly documentation: Documentation;
  readonly item: I;
  readonly keys?: KeyVocabulary;
}

export interface ObjectShape<P extends Properties> {
  readonly kind: 'object';
  readonly documentation: Documentation;
  /** In the order in which people write them; completion keeps it. */
  readonly properties: P;
  readonly required: readonly (keyof P & string)[];
}

export type Shape = ScalarShape<unknown> | ListShape<Shape> | RecordShape<Shape> | ObjectShape<Properties>;

export interface Properties {
  readonly [key: string]: Shape;
}

/** A list of `item`. */
export function list<I extends Shape>(item: I, documentation: Documentation): ListShape<I> {
  return { kind: 'list', documentation, item };
}

/** A mapping from free keys to `item`. */
export function record<I extends Shape>(item: I, documentation: Documentation, keys?: KeyVocabulary): RecordShape<I> {
  return { kind: 'record', documentation, item, ...(keys === undefined ? {} : { keys }) };
}

/** A mapping with the given keys, some of them required. */
export function object<P extends Properties>(
  properties: P,
  documentation: Documentation,
  required: readonly (keyof P & string)[] = [],
): ObjectShape<P> {
  return { kind: 'object', documentation, properties, required };
}
