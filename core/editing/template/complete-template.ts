import { resourceTypeOf } from '../../design/format/resource-types/resource-types.ts';
import { longestTemplate, type TemplateSyntax } from '../../design/readers/template/template-syntax.ts';
import type { Template } from '../../design/readers/template.ts';
import type { CompletionItem } from '../completion-item.ts';
import { propertyAsMarkdown } from '../property-documentation.ts';
import type { OfferedValue } from '../values/offered-value.ts';
import { completeSlot, mayHold } from './complete-slot.ts';
import { conditionNames, namesForCall, resourceNames } from './names-for-call.ts';
import { policiesFor, resourceAttribute, resourceAttributes, typesFor } from './resource-attributes.ts';
import { ResourcePlaces } from './resource-places.ts';
import { completeResources } from './resource-snippets.ts';
import { isOfAurora, resourceAt, slotAt } from './slot.ts';
import { type TemplateCursor, templateCursors } from './template-cursor.ts';
import { keyItems, offeredKey, valueItems } from './template-items.ts';
import { sectionKeys } from './template-sections.ts';

/**
 * What can be written at `offset` of a CloudFormation template in YAML or JSON: properties of the resources of which
 * Aurora clusters are made, their values, names behind functions, whole resources. Nothing else has to be in the
 * template yet. `before` is the template as it was read last: what was not touched since is not parsed again. Never
 * throws.
 */
export function completeTemplate(text: string, offset: number, before?: Template): readonly CompletionItem[] {
  if (text.length > longestTemplate) return [];
  for (const cursor of templateCursors(text, offset, before?.syntax.blocks)) {
    const items = completionsAt(cursor);
    // What is read without a fault is not understood better in parts.
    if (items === undefined && cursor.syntax()?.document.errors.length === 0) return [];
    if (items === undefined) continue;
    return cursor.needsComma ? items.map((item) => ({ ...item, insertText: `${item.insertText},` })) : items;
  }
  return [];
}

/** Undefined where the cursor makes no sense as it is understood. */
function completionsAt(cursor: TemplateCursor): readonly CompletionItem[] | undefined {
  const { path, call, role } = cursor;
  const syntax = cursor.syntax();
  if (syntax === undefined) return undefined;
  const [section, name, attribute] = path;
  if (call !== undefined) {
    const property = path.findLast((step) => typeof step === 'string');
    const own = section === 'Resources' ? String(name) : '';
    const names = role === 'key' ? [] : (namesForCall(syntax, call, String(property), own) ?? []);
    return plain(cursor, names, '', call.name !== 'Fn::Sub');
  }
  if (path.length === 0) return role === 'key' ? keyItems(cursor, sectionKeys(cursor.present)) : undefined;
  if (section === 'Resources' && path.length === 1)
    return role === 'key' ? completeResources(cursor, new ResourcePlaces(syntax)) : undefined;
  if (section === 'Resources' && path.length === 2) return role === 'key' ? attributeKeys(cursor) : undefined;
  if (attribute === 'Condition' && path.length === 3) return plain(cursor, conditionNames(syntax));
  if (section === 'Resources' && path.length === 3 && attribute !== 'Properties')
    return attributeValues(cursor, syntax);
  const places = new ResourcePlaces(syntax);
  const slot = slotAt(places, path);
  if (slot !== undefined) return completeSlot(cursor, syntax, slot);
  return section === 'Resources' && isOfOthers(syntax, String(name)) ? [] : undefined;
}

/** Whether a resource is none of those that make up Aurora clusters. */
function isOfOthers(syntax: TemplateSyntax, logicalId: string): boolean {
  const resource = resourceAt(syntax, logicalId);
  return resource !== undefined && (resourceTypeOf(resource.type) === undefined || !isOfAurora(resource, []));
}

/** Values without a shape; `isText` is false where they are part of a text. */
function plain(cursor: TemplateCursor, values: readonly OfferedValue[], general = '', isText = true) {
  const { role, isFlow, before } = cursor;
  const needsDash = role === 'item' && !isFlow && !/(^|\s)-\s+(!\S+\s+)?["']?$/.test(before);
  return valueItems(
    cursor,
    values.map((value) => ({ ...value, isText })),
    { general, dash: needsDash ? '- ' : '' },
  );
}

function attributeKeys(cursor: TemplateCursor): readonly CompletionItem[] {
  const { present, hasColon, written } = cursor;
  const missing = Object.entries(resourceAttributes).filter(
    ([key, shape]) => !present.includes(key) && (!hasColon || mayHold(shape, written)),
  );
  return keyItems(
    cursor,
    missing.map(([key, shape]) => offeredKey(key, shape, key === 'Type', propertyAsMarkdown(shape))),
  );
}

function attributeValues(cursor: TemplateCursor, syntax: TemplateSyntax): readonly CompletionItem[] | undefined {
  const [, logicalId, attribute] = cursor.path;
  const shape = resourceAttribute(String(attribute));
  const general = shape === undefined ? '' : propertyAsMarkdown(shape);
  const { type = '', properties } = resourceAt(syntax, String(logicalId)) ?? {};
  switch (attribute) {
    case 'Type':
      return plain(cursor, typesFor(properties?.kind === 'map' ? [...properties.entries.keys()] : []), general);
    case 'DependsOn':
      return plain(cursor, resourceNames(syntax, String(logicalId)), general);
    case 'DeletionPolicy':
    case 'UpdateReplacePolicy':
      return plain(cursor, policiesFor(type, attribute), general);
    default:
      return undefined;
  }
}
