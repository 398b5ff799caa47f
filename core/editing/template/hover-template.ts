import type { ScalarShape } from '../../design/format/shape.ts';
import type { Expression } from '../../design/readers/template/expression.ts';
import type { Template } from '../../design/readers/template.ts';
import type { Range } from '../../text/range.ts';
import { describeValue } from '../described-value.ts';
import type { Hover } from '../hover.ts';
import { hoverSuppression } from '../hover-suppression.ts';
import { meaningOf } from '../meaning/meaning.ts';
import { propertyAsMarkdown } from '../property-documentation.ts';
import { describeCondition, describeName, describeResource } from './described-names.ts';
import { knownTextAt } from './known-text-at.ts';
import { policiesFor, resourceAttribute, typesFor } from './resource-attributes.ts';
import { type DesignPlace, ResourcePlaces } from './resource-places.ts';
import { sayInCases } from './say-in-cases.ts';
import { resourceAt, type Slot, slotAt } from './slot.ts';
import { type TemplateNode, templateNodeAt } from './template-node-at.ts';
import { valueInCases } from './value-in-cases.ts';

/**
 * Says what stands at `offset` of a template: what a property is for, its limits and what a change of it replaces; on a
 * value what it is, comes to and means in its cluster; on a name what it refers to; on a suppression the rule. Undefined
 * where nothing of Aurora stands. Never throws.
 */
export function hoverTemplate(template: Template, offset: number): Hover | undefined {
  const { text, syntax, clusters } = template;
  const rule = hoverSuppression(text, offset);
  if (rule !== undefined) return rule;
  const node = templateNodeAt(syntax.root, offset);
  if (node === undefined) return undefined;
  const read = new Map(clusters.map(({ logicalId, designs }) => [logicalId, designs]));
  const places = new ResourcePlaces(syntax, (logicalId) => read.get(logicalId));
  const { contents, range } = say(places, template, node, offset) ?? {};
  return contents === undefined || contents === '' ? undefined : { contents, range: range ?? node.range };
}

interface Said {
  readonly contents: string | undefined;
  readonly range?: Range;
}

function say(places: ResourcePlaces, template: Template, node: TemplateNode, offset: number): Said | undefined {
  const { path, role, call, text } = node;
  const [section, name, attribute] = path;
  const { syntax } = places;
  if (call !== undefined) return sayOfCall(places, template, node, offset);
  if (path.length === 2 && role === 'key') {
    if (section === 'Parameters') return { contents: describeName(places, text) };
    if (section === 'Conditions') return { contents: describeCondition(syntax, text) };
  }
  if (attribute === 'Condition' && role === 'value') return { contents: describeCondition(syntax, text) };
  const slot = slotAt(places, path);
  if (slot !== undefined) return { contents: sayOfSlot(slot, template, node) };
  return section === 'Resources' ? { contents: sayOfResource(places, node, String(name)) } : undefined;
}

/** On a logical id, or on what is said of a resource beside its properties. */
function sayOfResource(places: ResourcePlaces, { path, role, text }: TemplateNode, logicalId: string) {
  const [, , attribute] = path;
  const resource = resourceAt(places.syntax, logicalId);
  if (resource === undefined) return undefined;
  if (attribute === undefined) return role === 'key' ? describeResource(places, resource) : undefined;
  const shape = resourceAttribute(String(attribute));
  const isItem = attribute === 'DependsOn' && role === 'value';
  if (shape === undefined || (path.length > 3 && !isItem)) return undefined;
  const about = inParts([`**${attribute}**\n\n${propertyAsMarkdown(shape)}`]);
  if (role === 'key') return about;
  if (attribute === 'DependsOn') return describeName(places, text);
  if (attribute === 'Type') return typesFor([]).find(({ value }) => value === text)?.documentation;
  const policy = policiesFor(resource.type, String(attribute)).find(({ value }) => value === text);
  return policy && inParts([`**${text}**: ${policy.detail}`, about]);
}

/** On a property or its value. */
function sayOfSlot(slot: Slot, template: Template, node: TemplateNode): string | undefined {
  const { role, text, whole, path } = node;
  const { shape, resource, property } = slot;
  const name = property.findLast((step) => typeof step === 'string');
  if (name === undefined) return undefined;
  const about = `**${name}**\n\n${slot.document(shape)}`;
  const isCalled = role === 'key' && isComputed(whole);
  const comesTo = isCalled && resource !== undefined ? valueInCases(template, resource.logicalId, property) : undefined;
  const meaning = path[0] === 'Parameters' ? undefined : sayInCases(slot.ask((place) => meaningHere(place, node)));
  if (role === 'key') return inParts([comesTo, about, meaning]);
  if (shape.kind !== 'scalar') return undefined;
  return inParts([meaning, valueDescription(slot, shape, text), about]);
}

/** What a value means in a design: the one that is written, or on a key the one that holds there; nothing where it is unknown. */
function meaningHere({ design, path }: DesignPlace, { role, text, whole }: TemplateNode): string | undefined {
  if (role === 'value') return meaningOf(design, path, text);
  if (whole.kind === 'map') return meaningOf(design, path, '');
  const written = knownTextAt(design, path);
  return written === undefined ? undefined : meaningOf(design, path, written);
}

function isComputed(expression: Expression): boolean {
  return expression.kind === 'call' || (expression.kind === 'list' && expression.items.some(isComputed));
}

/** What a value of a catalogue stands for; once, where the cases of the conditions say the same. */
function valueDescription(slot: Slot, shape: ScalarShape<unknown>, text: string): string | undefined {
  const said = slot.ask(({ design, path }) => describeValue(shape, design, path, text)).map(({ value }) => value);
  return said.find((one) => one !== undefined);
}

/** On a name that is given to a function, with what the property comes to. */
function sayOfCall(places: ResourcePlaces, template: Template, node: TemplateNode, offset: number): Said | undefined {
  const { call, path, text, role } = node;
  if (call === undefined || role === 'key') return undefined;
  const [section, logicalId, part, ...property] = path;
  const isProperty = section === 'Resources' && part === 'Properties';
  const comesTo = isProperty ? valueInCases(template, String(logicalId), property) : undefined;
  const { name, position, words } = call;
  switch (name) {
    case 'Ref':
      return { contents: inParts([describeName(places, text), comesTo]) };
    case 'Fn::GetAtt': {
      const attribute = words.length < 2 || position === 0 ? text : `${words[0]}.${text}`;
      return { contents: describeName(places, attribute) ?? comesTo };
    }
    case 'Fn::Sub':
      return position === 0 ? sayOfSubstitution(places, template.text, node, offset, comesTo) : undefined;
    case 'Fn::If':
    case 'Condition':
      return position === 0 ? { contents: inParts([describeCondition(places.syntax, text), comesTo]) } : undefined;
    case 'Fn::FindInMap':
      return { contents: comesTo };
    default:
      return undefined;
  }
}

/** On a name in `${}`; elsewhere in the text what it comes to. */
function sayOfSubstitution(
  places: ResourcePlaces,
  text: string,
  { range }: TemplateNode,
  offset: number,
  comesTo: string | undefined,
): Said {
  for (const { 0: whole, 1: name = '', index } of text
    .slice(range.start, range.end)
    .matchAll(/\$\{\s*([A-Za-z0-9:.]+)\s*\}/g)) {
    const start = range.start + index;
    const place = { start, end: start + whole.length };
    if (place.start > offset || offset > place.end) continue;
    return { contents: inParts([describeName(places, name), comesTo]), range: place };
  }
  return { contents: comesTo };
}

function inParts(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join('\n\n---\n\n');
}
