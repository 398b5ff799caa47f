import { type Expression, entryOf, type MapEntry, textUnder } from '../design/readers/template/expression.ts';
import type { Template } from '../design/readers/template.ts';
import type { OutlineSymbol } from './outline-symbol.ts';

/** Longest text of a value that is shown. */
const longestDetail = 80;

/** The outline of a template: its sections, what they hold, and the properties of its resources. */
export function templateSymbols({ syntax: { root } }: Template): readonly OutlineSymbol[] {
  return entriesOf(root).map(([name, entry]) => symbolOf(name, entry, name === 'Resources' ? resourceOf : symbolOf));
}

type ToSymbol = (name: string, entry: MapEntry) => OutlineSymbol;

function symbolOf(name: string, { key, whole, value }: MapEntry, toChild: ToSymbol = symbolOf): OutlineSymbol {
  const kind = value.kind === 'map' ? 'group' : value.kind === 'list' ? 'list' : 'value';
  const children = entriesOf(value)
    .filter(([, child]) => whole.start <= child.whole.start && child.whole.end <= whole.end)
    .map(([child, entry]) => toChild(child, entry));
  return { name, detail: detailOf(value), kind, range: whole, selectionRange: key, children };
}

/** A resource with its type and size, and its properties right below it. */
function resourceOf(name: string, entry: MapEntry): OutlineSymbol {
  const symbol = symbolOf(name, entry);
  const properties = entryOf(entry.value, 'Properties')?.value;
  const words = [textUnder(entry.value, 'Type'), textUnder(properties, 'DBInstanceClass'), conditionOf(entry)];
  const isShown = ({ name: child }: OutlineSymbol) => !['Type', 'Condition', 'Properties'].includes(child);
  const below = symbol.children.find((child) => child.name === 'Properties')?.children ?? [];
  const children = [...symbol.children.filter(isShown), ...below].sort((a, b) => a.range.start - b.range.start);
  return { ...symbol, detail: words.filter((word) => word !== undefined).join(' '), children };
}

function conditionOf({ value }: MapEntry): string | undefined {
  const condition = textUnder(value, 'Condition');
  return condition === undefined ? undefined : `if ${condition}`;
}

function entriesOf(expression: Expression): readonly (readonly [string, MapEntry])[] {
  return expression.kind === 'map' ? [...expression.entries] : [];
}

/** A scalar as it is, a function by its name with what it is given where that is short. */
function detailOf(value: Expression): string {
  if (value.kind === 'scalar') return value.text.slice(0, longestDetail);
  if (value.kind !== 'call') return '';
  const name = value.name.replace('Fn::', '');
  return value.argument.kind === 'scalar' ? `${name} ${value.argument.text}`.slice(0, longestDetail) : name;
}
