import type { ScalarShape, Shape } from '../../design/format/shape.ts';
import { renderInline } from '../../design/writers/blueprint/render.ts';
import { Intrinsic } from '../../design/writers/cloudformation/template-value.ts';
import { escapeSnippet } from '../snippet.ts';

/** A place where the cursor stops, with what is written there until somebody types. */
export class TabStop {
  readonly text: string;
  readonly choices: readonly string[];
  /** Whether it is text, which JSON puts in quotes. */
  readonly isText: boolean;

  constructor(text: string, isText: boolean, choices: readonly string[] = []) {
    this.text = text;
    this.isText = isText;
    this.choices = choices;
  }
}

/** A value as it is written in the template already. */
export class Written {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** A value of a template with tab stops. */
export type SnippetValue =
  | string
  | number
  | boolean
  | Intrinsic
  | TabStop
  | Written
  | readonly SnippetValue[]
  | SnippetMap;

/** A mapping with tab stops; what is undefined is not written. */
export interface SnippetMap {
  readonly [key: string]: SnippetValue | undefined;
}

/** How the text around a snippet is written. */
export type TemplateForm = 'block' | 'flow' | 'json';

/** Entries of a mapping as a snippet; lines after the first are indented from where it begins. */
export function entriesSnippet(entries: SnippetMap, form: TemplateForm, numbering = new Numbering()): string {
  const between = form === 'block' ? '\n' : form === 'json' ? ',\n' : ', ';
  return defined(entries)
    .map(([key, value]) => entry(key, value, form, numbering))
    .join(between);
}

/** A value on one line, as a snippet. */
export function valueSnippet(value: SnippetValue, form: TemplateForm, numbering = new Numbering()): string {
  return inline(value, form === 'block' ? 'flow' : form, numbering);
}

/** What belongs behind the key of a property, with what has to stand in it. */
export function snippetValueOf(shape: Shape): SnippetValue {
  if (shape.kind === 'scalar') return scalarValue(shape);
  if (shape.kind === 'list') return [snippetValueOf(shape.item)];
  if (shape.kind === 'record') return { name: new TabStop('value', true) };
  const required = Object.entries(shape.properties).filter(([key]) => shape.required.includes(key));
  return Object.fromEntries(required.map(([key, inner]) => [key, snippetValueOf(inner)]));
}

function scalarValue({ choices, documentation, schemaType, vocabulary }: ScalarShape<unknown>): TabStop {
  const isText = schemaType === 'string';
  const { example } = documentation;
  if (example !== undefined) return new TabStop(example.replace(/^"(.*)"$/, '$1'), isText);
  return new TabStop('', isText, vocabulary === undefined ? choices : []);
}

/** Numbers the tab stops of one snippet. */
class Numbering {
  #next = 1;

  next(): number {
    const number = this.#next;
    this.#next += 1;
    return number;
  }
}

function defined(map: SnippetMap): readonly (readonly [string, SnippetValue])[] {
  return Object.entries(map).flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const]));
}

function entry(key: string, value: SnippetValue, form: TemplateForm, numbering: Numbering): string {
  const name = form === 'json' ? JSON.stringify(key) : renderInline(key);
  const written = `${escapeSnippet(name)}:`;
  if (form === 'flow' || !isGroup(value)) return `${written} ${valueSnippet(value, form, numbering)}`;
  const items = Array.isArray(value) ? value : undefined;
  const isEmpty = items === undefined ? defined(value as SnippetMap).length === 0 : items.length === 0;
  if (form === 'json') {
    const [open, close] = items === undefined ? '{}' : '[]';
    const inside = isEmpty
      ? `$${numbering.next()}`
      : items === undefined
        ? entriesSnippet(value as SnippetMap, form, numbering)
        : items.map((item) => inline(item, form, numbering)).join(',\n');
    return `${written} ${open}\n  ${inside.replaceAll('\n', '\n  ')}\n${escapeSnippet(close ?? '')}`;
  }
  const inside = isEmpty
    ? `$${numbering.next()}`
    : items === undefined
      ? entriesSnippet(value as SnippetMap, form, numbering)
      : items.map((item) => listItem(item, numbering)).join('\n');
  return `${written}\n  ${inside.replaceAll('\n', '\n  ')}`;
}

/** An item of a list below its key. */
function listItem(item: SnippetValue, numbering: Numbering): string {
  if (!isGroup(item) || Array.isArray(item)) return `- ${valueSnippet(item, 'block', numbering)}`;
  return `- ${entriesSnippet(item as SnippetMap, 'block', numbering).replaceAll('\n', '\n  ')}`;
}

function isGroup(value: SnippetValue): value is readonly SnippetValue[] | SnippetMap {
  const isSimple = typeof value !== 'object' || value instanceof Intrinsic || value instanceof TabStop;
  if (isSimple || value instanceof Written) return false;
  return !Array.isArray(value) || value.some(isGroup);
}

function inline(value: SnippetValue, form: 'flow' | 'json', numbering: Numbering): string {
  if (value instanceof Written) return escapeSnippet(value.text);
  if (value instanceof TabStop) return tabStop(value, form, numbering);
  if (value instanceof Intrinsic) return escapeSnippet(callText(value, form));
  if (Array.isArray(value)) return `[${value.map((item) => inline(item, form, numbering)).join(', ')}]`;
  if (typeof value !== 'object') return escapeSnippet(form === 'json' ? JSON.stringify(value) : renderInline(value));
  const entries = defined(value as SnippetMap).map(([key, inner]) => {
    const name = form === 'json' ? JSON.stringify(key) : renderInline(key);
    return `${escapeSnippet(name)}: ${inline(inner, form, numbering)}`;
  });
  return entries.length === 0 ? `{ $${numbering.next()} \\}` : `{ ${entries.join(', ')} \\}`;
}

function tabStop({ text, choices, isText }: TabStop, form: 'flow' | 'json', numbering: Numbering): string {
  const quote = needsQuotes(text, isText, form) ? '"' : '';
  const number = numbering.next();
  if (choices.length > 0) {
    const listed = choices.map((choice) => choice.replace(/[\\,|$}]/g, (sign) => `\\${sign}`)).join(',');
    return `${quote}\${${number}|${listed}|}${quote}`;
  }
  return text === '' ? `${quote}$${number}${quote}` : `${quote}\${${number}:${escapeSnippet(text)}}${quote}`;
}

function needsQuotes(text: string, isText: boolean, form: 'flow' | 'json'): boolean {
  if (!isText) return false;
  return form === 'json' || (text !== '' && /^["']/.test(renderInline(text)));
}

/** A call of a function, short in YAML and long in JSON. */
export function callText({ name, argument }: Intrinsic, form: TemplateForm): string {
  if (form !== 'json') return `!${name} ${renderInline(argument)}`;
  const [resource = '', ...attribute] = argument.split('.');
  const given = name === 'GetAtt' ? [resource, attribute.join('.')] : argument;
  return `{ ${JSON.stringify(name === 'Ref' ? name : `Fn::${name}`)}: ${JSON.stringify(given).replace(',', ', ')} }`;
}
