import { isCollection, isMap, isNode, isScalar, isSeq, type Node, visit, type YAMLMap } from 'yaml';
import { isChangedInPlace, updateBehavior } from '../../facts/update-behavior.ts';
import type { TextEdit } from '../../text/range.ts';
import { clustersOf } from '../design.ts';
import type { DesignEdit, EditValue } from '../edit.ts';
import { known } from '../node.ts';
import { type Path, parentPath } from '../path.ts';
import { propertyName } from '../readers/template/property-name.ts';
import type { TemplateDesign } from '../readers/template/template-design.ts';
import type { Template } from '../readers/template.ts';
import { insertEdit } from './blueprint/insert.ts';
import { removeEdits } from './blueprint/remove.ts';
import { renderInline } from './blueprint/render.ts';
import { setEdit } from './blueprint/set.ts';
import type { SourceText } from './blueprint/source-text.ts';
import { endOf, isEmpty, placeAt, startOf } from './blueprint/syntax-place.ts';

/**
 * Turns edits of a design into edits of the template it was read from, as `writeTemplate` does.
 */
export function writeDesign(
  template: Template,
  design: TemplateDesign,
  edits: readonly DesignEdit[],
  options: WriteOptions = {},
): readonly TextEdit[] | undefined {
  const translated = edits.map((edit): DesignEdit => {
    const { path } = design.originOf(edit.path);
    if (edit.kind === 'remove' || edit.kind === 'rename') return { ...edit, path };
    const type = template.syntax.resources.get(String(path[1]))?.type ?? '';
    return { ...edit, path, value: referenceTo(edit.value, path, design) ?? inTemplate(edit.value, type) };
  });
  const isHidden = edits.map(({ path }, index) => {
    return design.locator.placeOf(path) !== undefined && !isWritten(template, translated[index]?.path ?? []);
  });
  return isHidden.includes(true) ? undefined : writeTemplate(template, translated, options);
}

/** The reference to an instance that an edit names as a member of a custom endpoint: it puts the two in order. */
function referenceTo(value: EditValue, path: Path, design: TemplateDesign): EditValue | undefined {
  if (typeof value !== 'string' || !/^(Static|Excluded)Members$/.test(String(path[3]))) return undefined;
  const instances = clustersOf(design.design).flatMap(({ instances }) => instances.items);
  const named = instances.find(({ id }) => known(id) === value);
  return named && { Ref: String(design.originOf(named.path).path[1]) };
}

interface WriteOptions {
  /** Whether there is nothing that an edit could make CloudFormation replace. */
  readonly replacesNothing?: boolean;
}

/**
 * Turns edits at paths of a template into edits of its text. Only what is written out, or not there, is edited: what a
 * function, a parameter or an alias gives is not, and neither is a property whose change makes CloudFormation replace
 * the resource, unless the edits `replacesNothing`. Returns undefined when one of the edits cannot be written.
 */
export function writeTemplate(
  template: Template,
  edits: readonly DesignEdit[],
  { replacesNothing = false }: WriteOptions = {},
): readonly TextEdit[] | undefined {
  const { text, syntax } = template;
  const contents = syntax.document.contents;
  if (contents === null || syntax.hasAliases) return undefined;
  const source = { text, contents, isWritten: (path: Path) => isWritten(template, path), keysAt: attributesAt };
  const written: TextEdit[] = [];
  for (const edit of edits) {
    const type = syntax.resources.get(String(edit.path[1]))?.type ?? '';
    if (!replacesNothing && !changesInPlace(type, edit.path)) return undefined;
    if (edit.kind === 'remove' && isLastOfItsKind(template, type, edit.path)) return undefined;
    const textEdits = writeEdit(source, edit);
    if (textEdits === undefined) return undefined;
    written.push(...textEdits);
  }
  return written;
}

function isWritten({ syntax }: Template, path: Path): boolean {
  return placeAt(syntax.document.contents, path) !== undefined;
}

function writeEdit(source: SourceText, edit: DesignEdit): readonly TextEdit[] | undefined {
  const place = placeAt(source.contents, edit.path);
  if (edit.kind === 'rename' || (place === undefined && !hasPlainGroup(source, edit.path))) return undefined;
  if (edit.kind === 'remove') {
    return place === undefined || !isTheSameInAllCases(place.node) ? undefined : removeEdits(source, [edit.path]);
  }
  const growsList = edit.kind === 'insert' && isPlainList(place?.node);
  if (place !== undefined && !growsList && !isLiteral(place.node) && !isReplaceable(place.node, edit.value)) {
    return undefined;
  }
  const node = place?.node;
  const isAttribute = edit.path.length === 3;
  // What a resource depends on is a name as often as a list of names.
  if (edit.kind === 'insert' && !isScalar(node) && !(isAttribute && place === undefined)) {
    return listed(insertEdit(source, edit.path, edit.value));
  }
  const value = edit.kind === 'insert' && isScalar(node) ? [String(node.value), edit.value] : edit.value;
  if (node === undefined || node === null || isEmpty(node)) return listed(setEdit(source, edit.path, value));
  if (isCollection(node) && !isReplaceable(node, edit.value)) return undefined;
  if (!isJson(source) && node.tag?.startsWith('!') !== true) return listed(setEdit(source, edit.path, value));
  // JSON has no words without quotes, and no functions in their short form; in YAML the tag goes with the value.
  const tag = /!\S+\s*$/.exec(source.text.slice(0, startOf(node)))?.[0] ?? '';
  const range = { start: startOf(node) - tag.length, end: endOf(source.text, node) };
  return [{ range, newText: isJson(source) ? JSON.stringify(value) : renderInline(value) }];
}

function listed(edit: TextEdit | undefined): readonly TextEdit[] | undefined {
  return edit === undefined ? undefined : [edit];
}

/** Parts of a resource in the order in which people write them. */
const attributes = [
  'Type',
  'Condition',
  'DependsOn',
  'DeletionPolicy',
  'UpdateReplacePolicy',
  'Metadata',
  'Properties',
];

function attributesAt(path: Path): readonly string[] {
  return path.length === 2 && path[0] === 'Resources' ? attributes : [];
}

/** Whether CloudFormation keeps the resource, whatever stands there, when what stands at a path of the template changes. */
function changesInPlace(type: string, path: Path): boolean {
  const property = String(path[3] ?? '');
  if (/^(DependsOn|DeletionPolicy|UpdateReplacePolicy)$/.test(String(path[2]))) return true;
  return path[2] === 'Properties' && property !== '' && isChangedInPlace(type, property);
}

/** Whether a property cannot be taken away, because none would be left of those of which one has to stay. */
function isLastOfItsKind(template: Template, type: string, path: Path): boolean {
  const { one_stays = [] } = updateBehavior(type) ?? {};
  const [property] = path.slice(3);
  const others = one_stays.filter((name) => name !== property);
  return (
    others.length < one_stays.length &&
    path.length === 4 &&
    !others.some((name) => isWritten(template, [...path.slice(0, 3), name]))
  );
}

/** Whether nothing in a value is given by a function. */
function isLiteral(node: Node | null): boolean {
  return functionsIn(node).length === 0;
}

/** Whether a list is written out, whatever its items are. */
function isPlainList(node: Node | null | undefined): boolean {
  return isSeq(node) && node.tag?.startsWith('!') !== true;
}

/** Whether a value stands there whatever the conditions are, so that taking it away changes no other case. */
function isTheSameInAllCases(node: Node | null): boolean {
  return !functionsIn(node).some((name) => /^(Fn::)?(If|Transform)$/.test(name));
}

/** Whether a value is a reference that another one takes the place of. */
function isReplaceable(node: Node | null, value: EditValue): boolean {
  const isReference = functionsIn(node).join() === 'Ref' && typeof value === 'object' && !Array.isArray(value);
  return isReference && Object.keys(value).every((key) => /^(Ref$|Fn::)/.test(key));
}

/** The functions in a value by their names, such as `Ref` and `Fn::If`, or `If` in short form. */
function functionsIn(node: Node | null): readonly string[] {
  const names: string[] = [];
  visit(node, (_key, part) => {
    const tag = isNode(part) ? part.tag : undefined;
    if (tag?.startsWith('!') === true) names.push(tag.slice(1));
    if (isMap(part)) names.push(...functionKeys(part));
  });
  return names;
}

function functionKeys({ items }: YAMLMap): readonly string[] {
  return items.map(({ key }) => (isScalar(key) ? String(key.value) : '')).filter((key) => /^(Ref$|Fn::)/.test(key));
}

/** Whether the nearest mapping above a path is written out. */
function hasPlainGroup(source: SourceText, path: Path): boolean {
  const above = parentPath(path);
  const place = placeAt(source.contents, above);
  if (place === undefined) return above.length > 3 && hasPlainGroup(source, above);
  return isMap(place.node) && place.node.tag?.startsWith('!') !== true && functionKeys(place.node).length === 0;
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
