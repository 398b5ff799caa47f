import { isScalar, type Node } from 'yaml';
import type { ObjectShape, Properties, ScalarShape, Shape } from '../../design/format/shape.ts';
import { known } from '../../design/node.ts';
import { designName } from '../../design/readers/template/property-name.ts';
import type { TemplateSyntax } from '../../design/readers/template/template-syntax.ts';
import type { CompletionItem } from '../completion-item.ts';
import { fits } from '../fitting-value.ts';
import { versionedFeatures } from '../meaning/feature.ts';
import { meaningOf } from '../meaning/meaning.ts';
import { callOf } from '../names/template-syntax-node.ts';
import { offeredKeys } from '../values/offered-keys.ts';
import type { OfferedValue } from '../values/offered-value.ts';
import { offeredValues } from '../values/offered-values.ts';
import type { InCases } from './resource-places.ts';
import { sayInCases } from './say-in-cases.ts';
import type { Slot } from './slot.ts';
import type { TemplateCursor } from './template-cursor.ts';
import { keyItems, type OfferedKey, offeredKey, type ValueItem, valueItems } from './template-items.ts';
import { type SnippetValue, snippetValueOf } from './template-snippet.ts';
import { wholeReferences } from './whole-references.ts';

/** What can be written at a place of which something is known. */
export function completeSlot(cursor: TemplateCursor, syntax: TemplateSyntax, slot: Slot): readonly CompletionItem[] {
  const { shape } = slot;
  if (cursor.role === 'key' && shape.kind === 'object') {
    return keyItems(cursor, missingKeys(cursor, syntax, slot, shape));
  }
  if (cursor.role === 'key' && shape.kind === 'record') return keyItems(cursor, chosenKeys(cursor, slot, shape.item));
  if (cursor.role === 'key' && (cursor.hasColon || cursor.isFlow)) return calls(cursor, shape);
  const general = slot.document(shape);
  if (shape.kind === 'scalar') return valueItems(cursor, scalarValues(syntax, slot, shape, false), { general });
  if (shape.kind !== 'list') return [];
  if (shape.item.kind !== 'scalar') return newItem(cursor, shape.item, general);
  const isItem = cursor.role === 'item' || cursor.role === 'key';
  const values = scalarValues(syntax, slot, shape.item, !isItem);
  if (isItem) return valueItems(cursor, values, { general, dash: dashAt(cursor) });
  const whole = values.filter(({ isWhole }) => isWhole);
  return [
    ...valueItems(cursor, whole, { general }),
    ...(cursor.quotes === ''
      ? valueItems(
          cursor,
          values.filter(({ isWhole }) => !isWhole),
          { general, isList: true },
        )
      : []),
  ];
}

/** The keys that a group does not have yet and that nothing speaks against, in the order of their importance. */
function missingKeys(
  cursor: TemplateCursor,
  syntax: TemplateSyntax,
  slot: Slot,
  shape: ObjectShape<Properties>,
): readonly OfferedKey[] {
  const { present, hasColon, written } = cursor;
  const engines = slot.ask(({ design }) => known(design.engine)).map(({ value }) => value);
  const excluded = slot.alternatives.filter((keys) => keys.some((key) => present.includes(key))).flat();
  return Object.entries(shape.properties).flatMap(([key, property]) => {
    const { engine } = property.documentation;
    const isOfEngine = engine === undefined || engines.some((one) => one === undefined || one === engine);
    const isMissing = !present.includes(key) && !excluded.includes(key);
    if (!isOfEngine || !isMissing || (hasColon && !mayHold(property, written))) return [];
    const documentation = [slot.document(property, key), supportHere(slot, key)].filter((part) => part !== undefined);
    const offered = offeredKey(key, property, shape.required.includes(key), documentation.join('\n\n'));
    return [
      {
        ...offered,
        value: onlyReference(syntax, slot, key, property) ?? onlyEngine(slot, key, property) ?? offered.value,
      },
    ];
  });
}

/** The reference that a property can only mean, where the template has one that fits. */
function onlyReference(
  syntax: TemplateSyntax,
  { resource }: Slot,
  key: string,
  shape: Shape,
): SnippetValue | undefined {
  const [only, ...others] = resource === undefined ? [] : wholeReferences(syntax, resource, key);
  if (only === undefined || others.length > 0) return undefined;
  if (shape.kind === 'scalar') return only.isList ? undefined : only.call;
  return shape.kind === 'list' && shape.item.kind === 'scalar' ? (only.isList ? only.call : [only.call]) : undefined;
}

/** The engine of the cluster, which an instance has to state as well. */
function onlyEngine(slot: Slot, key: string, shape: Shape): string | undefined {
  if (shape.kind !== 'scalar' || shape.vocabulary !== 'clusterEngine') return undefined;
  const offered = slot.ask(({ design, path }) => offeredValues(shape, design, [...path, designName(key)]));
  const [only, ...others] = inAllCases(offered);
  return others.length === 0 ? only?.value : undefined;
}

/** What the engine version takes of a property, and whether it has what the property switches on; as Markdown. */
function supportHere(slot: Slot, key: string): string | undefined {
  const name = designName(key);
  if (!versioned.has(name)) return undefined;
  return sayInCases(slot.ask(({ design, path }) => meaningOf(design, [...path, name], '')));
}

const versioned: ReadonlySet<string> = new Set([...versionedFeatures, 'minCapacity', 'maxCapacity']);

/** Whether what is written could stand behind a key; a function may give anything, and numbers may stand in quotes. */
export function mayHold(shape: Shape, written: unknown): boolean {
  if (callOf(written as Node | null) !== undefined) return true;
  return isScalar(written) && shape.kind === 'scalar' ? true : fits(shape, written);
}

/** The keys of a mapping whose keys people choose, where a catalogue or the design has some. */
function chosenKeys({ present }: TemplateCursor, slot: Slot, item: Shape): readonly OfferedKey[] {
  const { shape } = slot;
  const keys = shape.kind === 'record' ? shape.keys : undefined;
  if (keys === undefined) return [];
  return inAllCases(slot.ask(({ design }) => offeredKeys(keys, design)))
    .filter(({ value }) => !present.includes(value))
    .map(({ value, detail = '', documentation = slot.document(shape) }) => ({
      key: value,
      detail,
      documentation,
      value: snippetValueOf(item),
    }));
}

interface ScalarValue extends ValueItem {
  /** Whether it is a list already. */
  readonly isWhole: boolean;
}

function scalarValues(
  syntax: TemplateSyntax,
  slot: Slot,
  shape: ScalarShape<unknown>,
  isList: boolean,
): readonly ScalarValue[] {
  const { resource, property } = slot;
  const name = property.findLast((step) => typeof step === 'string') ?? '';
  const isIndexed = isList || slot.shape.kind === 'list';
  const references = resource === undefined ? [] : wholeReferences(syntax, resource, String(name));
  const offered = slot.ask(({ design, path }) => offeredValues(shape, design, isIndexed ? [...path, 0] : path));
  return [
    ...references
      .filter((reference) => isList || !reference.isList)
      .map(({ call, ...reference }) => ({ ...reference, written: call, isText: false, isWhole: reference.isList })),
    ...inAllCases(offered).map((value) => ({ ...value, isText: shape.schemaType === 'string', isWhole: false })),
  ];
}

/** What is offered in every case of the conditions, in the order of the first; when that is nothing, all that is offered in some. */
export function inAllCases(cases: readonly InCases<readonly OfferedValue[]>[]): readonly OfferedValue[] {
  const [first = [], ...others] = cases.map(({ value }) => value);
  const names = others.map((values) => new Set(values.map(({ value }) => value)));
  const common = first.filter(({ value }) => names.every((one) => one.has(value)));
  return common.length > 0 ? common : [first, ...others].flat();
}

/** A new item of a list of groups. */
function newItem(cursor: TemplateCursor, item: Shape, documentation: string): readonly CompletionItem[] {
  const value = snippetValueOf(item);
  if (cursor.quotes !== '' || typeof value !== 'object') return [];
  const isItem = cursor.role !== 'value';
  const keys = item.kind === 'object' ? item.required.join(', ') : '';
  const label = `{ ${keys} }`;
  return valueItems(cursor, [{ value: label, written: value, isText: false, detail: 'a new item', documentation }], {
    general: documentation,
    isList: !isItem,
    dash: isItem ? dashAt(cursor) : '',
  });
}

/** The dash that an item of a block list needs. */
function dashAt({ isFlow, before }: TemplateCursor): string {
  return isFlow || /(^|\s)-\s+["']?$/.test(before) ? '' : '- ';
}

/** Functions in their long form, in the place of a value. */
const functions: Readonly<Record<string, string>> = {
  Ref: 'a parameter, or what a resource is called by',
  'Fn::GetAtt': 'an attribute of a resource',
  'Fn::Sub': 'a text with names filled in',
  'Fn::If': 'one of two values, by a condition',
  'Fn::FindInMap': 'a value of a mapping',
  'Fn::ImportValue': 'an export of another stack',
  'Fn::Join': 'texts behind each other',
  'Fn::Select': 'an item of a list',
};

function calls(cursor: TemplateCursor, shape: Shape): readonly CompletionItem[] {
  if (cursor.present.length > 0 || (shape.kind !== 'scalar' && shape.kind !== 'list')) return [];
  const keys = Object.entries(functions).map(([key, detail]) => ({
    key,
    detail,
    documentation: detail,
    value: undefined,
  }));
  return keyItems(cursor, keys);
}
