import { isMap, isNode, isScalar, type Node, visit, type YAMLMap } from 'yaml';
import { isChangedInPlace } from '../../facts/update-behavior.ts';
import type { TextEdit } from '../../text/range.ts';
import type { DesignEdit, EditValue } from '../edit.ts';
import { type Path, parentPath } from '../path.ts';
import { propertyName } from '../readers/template/property-name.ts';
import type { TemplateDesign } from '../readers/template/template-design.ts';
import type { Template } from '../readers/template.ts';
import { removeEdits } from './blueprint/remove.ts';
import { setEdit } from './blueprint/set.ts';
import type { SourceText } from './blueprint/source-text.ts';
import { placeAt } from './blueprint/syntax-place.ts';

/**
 * Turns edits of a design into edits of the template it was read from. Only properties that are written out, or not
 * there, are edited: what a function, a parameter or an alias gives is not, and neither is a property whose change makes
 * CloudFormation replace the resource. Returns undefined when one of the edits cannot be written.
 */
export function writeTemplate(
  { text, syntax }: Template,
  design: TemplateDesign,
  edits: readonly DesignEdit[],
): readonly TextEdit[] | undefined {
  const contents = syntax.document.contents;
  if (contents === null || syntax.hasAliases) return undefined;
  const source = { text, contents, isWritten: (path: Path) => placeAt(contents, path) !== undefined };
  const written: TextEdit[] = [];
  for (const edit of edits) {
    const path = design.originOf(edit.path).path;
    const type = syntax.resources.get(String(path[1]))?.type ?? '';
    if (!changesInPlace(type, path)) return undefined;
    const textEdits = writeEdit(source, design, edit, path, type);
    if (textEdits === undefined) return undefined;
    written.push(...textEdits);
  }
  return written;
}

function writeEdit(source: SourceText, design: TemplateDesign, edit: DesignEdit, path: Path, type: string) {
  const place = placeAt(source.contents, path);
  if (edit.kind === 'remove') {
    return place !== undefined && isLiteral(place.node) ? removeEdits(source, [path]) : undefined;
  }
  if (edit.kind !== 'set') return undefined;
  const isFree = place === undefined && design.locator.placeOf(edit.path) === undefined && hasPlainGroup(source, path);
  const isText = place === undefined || (isScalar(place.node) && isLiteral(place.node));
  // JSON has no words without quotes.
  const isBareInJson =
    isScalar(place?.node) && isJson(source) && typeof edit.value === 'string' && place.node.type === 'PLAIN';
  if (!isText || isBareInJson || (place === undefined && !isFree)) return undefined;
  const textEdit = setEdit(source, path, inTemplate(edit.value, type));
  return textEdit === undefined ? undefined : [textEdit];
}

/** Whether CloudFormation keeps the resource, whatever stands there, when what stands at a path of the template changes. */
function changesInPlace(type: string, path: Path): boolean {
  const property = String(path[3] ?? '');
  return path[2] === 'Properties' && property !== '' && isChangedInPlace(type, property);
}

/** Whether nothing in a value is given by a function. */
function isLiteral(node: Node | null): boolean {
  let literal = true;
  visit(node, (_key, part) => {
    const isCall = isNode(part) && part.tag?.startsWith('!') === true;
    if (isCall || (isMap(part) && hasFunction(part))) literal = false;
    return literal ? undefined : visit.BREAK;
  });
  return literal;
}

function hasFunction({ items }: YAMLMap): boolean {
  return items.some(({ key }) => isScalar(key) && /^(Ref$|Fn::)/.test(String(key.value)));
}

/** Whether the nearest mapping above a path is written out. */
function hasPlainGroup(source: SourceText, path: Path): boolean {
  const above = parentPath(path);
  const place = placeAt(source.contents, above);
  if (place === undefined) return above.length > 3 && hasPlainGroup(source, above);
  return isMap(place.node) && place.node.tag?.startsWith('!') !== true && !hasFunction(place.node);
}

function isJson({ contents }: SourceText): boolean {
  return isMap(contents) && contents.flow === true;
}

/** A value with the property names of CloudFormation. */
function inTemplate(value: EditValue, type: string): EditValue {
  if (typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [propertyName(name, type), inTemplate(part, type)]),
  );
}
