import { isMap, type Node } from 'yaml';
import { type Cluster, clustersOf } from '../../design/design.ts';
import type { DesignEdit } from '../../design/edit.ts';
import { readersOf, tierBehind, writerOf } from '../../design/promotion.ts';
import { type Expression, entryOf, type ScalarExpression } from '../../design/readers/template/expression.ts';
import type { TemplateDesign } from '../../design/readers/template/template-design.ts';
import type { Template } from '../../design/readers/template.ts';
import { gapOf } from '../../design/writers/blueprint/set.ts';
import {
  endWithComments,
  indentOf,
  lineBreakOf,
  lineEnd,
  lineStart,
  placeAt,
  spanOf,
} from '../../design/writers/blueprint/syntax-place.ts';
import { writeTemplate } from '../../design/writers/template.ts';
import * as limits from '../../facts/generated/limits.ts';
import { applyEdits, contains, type Range, type TextEdit } from '../../text/range.ts';
import { emptiestZone } from '../snippets/reader.ts';
import { nextName } from './next-name.ts';
import { nextId } from './next-reader.ts';
import type { Refactoring } from './refactoring.ts';

/** What a person has selected in a template. */
export interface TemplateSelection {
  readonly template: Template;
  readonly range: Range;
  /** Logical ids of the resources in which there is an error: what is wrong is not copied. */
  readonly wrongResources: () => ReadonlySet<string>;
}

/** A cluster that is the same whatever the conditions are, with the logical ids of its instances, the writer's first. */
interface ClusterOfTemplate {
  readonly design: TemplateDesign;
  readonly cluster: Cluster;
  readonly writer: string;
  readonly readers: readonly string[];
}

/** Adds a reader to the cluster that is selected, or one of whose instances is: a copy of its writer under names of its own. */
export function addTemplateReader({ template, range, wrongResources }: TemplateSelection): readonly Refactoring[] {
  const selected = resourceAt(template, range.start);
  if (selected === undefined) return [];
  const found = clusterAround(template, selected);
  if (found === undefined || [found.writer, ...found.readers].some((id) => wrongResources().has(id))) return [];
  const { resources, parameters } = template.syntax;
  const taken = new Set([...resources.keys(), ...parameters.keys()].map((name) => name.toLowerCase()));
  const logicalId = nextName(found.readers.length > 0 ? found.readers : [found.writer], taken, '');
  const zone = zoneFor(template, found);
  const edit = logicalId === undefined ? undefined : copyOfWriter(template, found, logicalId, zone);
  if (edit === undefined) return [];
  const place = zone.name === undefined ? '' : ` in ${zone.name}`;
  return [{ title: `Add the reader ${logicalId}${place}`, kind: 'refactor.rewrite', edits: () => [edit] }];
}

/** The cluster that a resource is, or is an instance of. No other resource makes anybody read designs. */
function clusterAround({ clusters, syntax }: Template, logicalId: string): ClusterOfTemplate | undefined {
  const { type } = syntax.resources.get(logicalId) ?? {};
  const own = type === 'AWS::RDS::DBCluster' ? clusters.filter((cluster) => cluster.logicalId === logicalId) : clusters;
  if (type !== 'AWS::RDS::DBCluster' && type !== 'AWS::RDS::DBInstance') return undefined;
  for (const { logicalId: id, designs } of own) {
    const cluster = designs.length === 1 && designs[0] !== undefined ? clusterIn(designs[0]) : undefined;
    if (cluster !== undefined && [id, cluster.writer, ...cluster.readers].includes(logicalId)) return cluster;
  }
  return undefined;
}

/** The resource that is written at an offset. */
function resourceAt(template: Template, offset: number): string | undefined {
  return [...template.syntax.resources.keys()].find((id) => {
    const entry = entryAt(template, id);
    return entry !== undefined && contains({ start: lineStart(template.text, entry.start), end: entry.end }, offset);
  });
}

/** Where a resource is written, with the mapping that holds it. */
function entryAt({ text, syntax }: Template, logicalId: string) {
  const { parent, index, pair } = placeAt(syntax.document.contents, ['Resources', logicalId]) ?? {};
  if (!isMap(parent) || index === undefined || pair === undefined) return undefined;
  return { resources: parent, key: pair.key as Node, ...spanOf(text, parent, index) };
}

function clusterIn(design: TemplateDesign): ClusterOfTemplate | undefined {
  const cluster = clustersOf(design.design).find(({ instances }) => instances.items.length > 0);
  const idOf = ({ path }: { readonly path: Cluster['path'] }) => String(design.originOf(path).path[1]);
  const writer = cluster && (writerOf(design.design, cluster) ?? cluster.instances.items[0]);
  const isFull = (cluster?.instances.items.length ?? 0) >= limits.instances_per_cluster_max.value;
  if (cluster === undefined || writer === undefined || isFull) return undefined;
  const readers = cluster.instances.items.filter((instance) => instance !== writer);
  return { design, cluster, writer: idOf(writer), readers: readers.map(idOf) };
}

/** Where the reader stands, by the name of an AZ or its place in a list of them, and what that changes of the writer's text. */
interface Zone {
  readonly name?: string;
  readonly edits?: readonly DesignEdit[];
  readonly textEdits?: readonly TextEdit[];
}

/** How many AZs a Region has at least, so that a place in the list of them means one. */
const zonesOfRegion = 3;

/** The AZ with the fewest instances. Where the writer does not choose its own, or not so that another can be, Aurora chooses. */
function zoneFor(template: Template, { design, cluster, writer, readers }: ClusterOfTemplate): Zone {
  const path = ['Resources', writer, 'Properties', 'AvailabilityZone'];
  const written = propertyOf(template, writer, 'AvailabilityZone');
  if (written === undefined) return {};
  const name = written.kind === 'scalar' ? emptiestZone(design.design, cluster) : undefined;
  if (name !== undefined) return { name, edits: [{ kind: 'set', path, value: name }] };
  const indices = [writer, ...readers].map((id) => indexInZones(propertyOf(template, id, 'AvailabilityZone')));
  const own = indices[0];
  if (own === undefined || indices.includes(undefined)) return { edits: [{ kind: 'remove', path }] };
  const counts = Array.from({ length: zonesOfRegion }, (_, place) => {
    return indices.filter((index) => Number(index?.text) === place).length;
  });
  const place = counts.indexOf(Math.min(...counts));
  const { range } = own;
  return { textEdits: [{ range, newText: template.text.slice(range.start, range.end).replace(/\d+/, `${place}`) }] };
}

/** The index in `!Select [0, !GetAZs ""]`. */
function indexInZones(expression: Expression | undefined): ScalarExpression | undefined {
  if (expression?.kind !== 'call' || expression.name !== 'Fn::Select') return undefined;
  const [index, list] = expression.argument.kind === 'list' ? expression.argument.items : [];
  return list?.kind === 'call' && list.name === 'Fn::GetAZs' && index?.kind === 'scalar' ? index : undefined;
}

function propertyOf({ syntax }: Template, logicalId: string, name: string): Expression | undefined {
  return entryOf(syntax.resources.get(logicalId)?.properties, name)?.value;
}

/** The edit that writes the writer's resource a second time behind the last instance; undefined where it cannot be edited. */
function copyOfWriter(
  template: Template,
  found: ClusterOfTemplate,
  logicalId: string,
  zone: Zone,
): TextEdit | undefined {
  const { text } = template;
  const entry = entryAt(template, found.writer);
  const written = writeTemplate(template, ownEdits(template, found, zone), { replacesNothing: true });
  if (entry === undefined || written === undefined) return undefined;
  const [keyStart = 0, keyEnd = 0] = entry.key.range ?? [];
  const key = text.slice(keyStart, keyEnd).replace(found.writer, logicalId);
  const named = { range: { start: keyStart, end: keyEnd }, newText: key };
  const edits = [named, ...written, ...(zone.textEdits ?? [])].map(({ range, newText }) => ({
    range: { start: range.start - entry.start, end: range.end - entry.start },
    newText,
  }));
  // The line break goes with a last line that is taken away.
  const end = entry.resources.flow === true ? entry.end : text.indexOf('\n', entry.end) + 1 || text.length;
  const source = text.slice(entry.start, end);
  if (edits.some(({ range }) => range.start < 0 || range.end > source.length)) return undefined;
  const copy = applyEdits(source, edits).trimEnd();
  const ends = [found.writer, ...found.readers].map((id) => entryAt(template, id)?.end ?? entry.end);
  const last = Math.max(...ends);
  return entry.resources.flow === true
    ? insertAt(last, `,${gapOf(text, entry.resources)}${copy}`)
    : insertBlock(text, entry.start, last, withoutComments(copy));
}

/** What differs from the writer: its identifier, AZ and tier, and that it is created later, so that the writer is the writer. */
function ownEdits(template: Template, found: ClusterOfTemplate, zone: Zone): readonly DesignEdit[] {
  const { design, cluster, writer } = found;
  const readers = readersOf(design.design, cluster);
  const path = (...steps: readonly string[]) => ['Resources', writer, ...steps];
  const edits: DesignEdit[] = [{ kind: 'insert', path: path('DependsOn'), value: writer }, ...(zone.edits ?? [])];
  const own = {
    DBInstanceIdentifier: nextId(design.design, cluster, zone.name),
    PromotionTier: tierBehind(readers),
  };
  for (const [name, value] of Object.entries(own)) {
    const expression = propertyOf(template, writer, name);
    const property = path('Properties', name);
    if (expression === undefined) continue;
    const isKnown = expression.kind === 'scalar' && value !== undefined;
    edits.push(isKnown ? { kind: 'set', path: property, value } : { kind: 'remove', path: property });
  }
  return edits;
}

function insertAt(offset: number, newText: string): TextEdit {
  return { range: { start: offset, end: offset }, newText };
}

/** Behind the lines that end at `last`, set apart by an empty line where the writer's are. */
function insertBlock(text: string, start: number, last: number, copy: string): TextEdit {
  const [indent, lineBreak] = [indentOf(text, start), lineBreakOf(text)];
  const end = endWithComments(text, lineEnd(text, last), indent.length);
  const isApart = /\n[ \t]*\r?\n(?:[ \t]*#[^\n]*\n)*$/.test(text.slice(0, lineStart(text, start)));
  return insertAt(end, `${lineBreak}${isApart ? lineBreak : ''}${indent}${copy}`);
}

/** YAML without its comments, which are about the resource that was copied; quoted text and block scalars stay whole. */
function withoutComments(yaml: string): string {
  if (/[|>][-+\d]*[ \t]*\r?\n/.test(yaml)) return yaml;
  const comment = /^((?:[^'"#]|"(?:[^"\\]|\\.)*"|'[^']*'|(?<=\S)#)*?)[ \t]+#[^\r]*$/;
  return yaml
    .split('\n')
    .filter((line) => !/^\s*#/.test(line))
    .map((line) => line.replace(comment, '$1'))
    .join('\n');
}
