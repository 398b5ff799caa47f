import { Document, isCollection, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import type { Content } from '../../content/design-content.ts';
import { blueprintNode } from '../new-blueprint.ts';
import type { ResourceDraft, TemplateDraft } from './template-draft.ts';
import { Intrinsic, type TemplateMap, type TemplateValue } from './template-value.ts';

/** What a template says beside its parameters and resources. */
export interface Heading {
  readonly description: string;
  /** What the resources do not say, in the words of the blueprint. */
  readonly metadata: Content;
}

/**
 * The YAML of a template: sections in the order of AWS's documentation, properties in its alphabet, functions in their
 * short form. Words that YAML 1.1 takes for something else, which CloudFormation reads, stand in quotes.
 */
export function templateText(draft: TemplateDraft, { description, metadata }: Heading): string {
  const sections = new YAMLMap();
  const add = (name: string, section: unknown) => {
    if (section instanceof YAMLMap && section.items.length === 0) return;
    const key = new Scalar(name);
    key.spaceBefore = isCollection(section);
    sections.items.push(new Pair(key, section));
  };
  add('AWSTemplateFormatVersion', new Scalar('2010-09-09'));
  add('Description', new Scalar(description));
  add('Metadata', metadataNode(metadata));
  add(
    'Parameters',
    listed(draft.parameters, (parameter) => nodeOf({ ...parameter })),
  );
  add('Resources', listed(draft.resources, resourceNode));
  add('Outputs', listed(draft.outputs, nodeOf));
  const document = new Document(undefined, { schema: 'yaml-1.1' });
  document.contents = sections as typeof document.contents;
  return document.toString({ lineWidth: 0 });
}

function metadataNode(metadata: Content): YAMLMap {
  const map = new YAMLMap();
  if (Object.keys(metadata).length === 0) return map;
  const own = new YAMLMap();
  for (const [name, value] of Object.entries(metadata)) {
    own.items.push(new Pair(new Scalar(name), blueprintNode(value, [name])));
  }
  map.items.push(new Pair(new Scalar('AuroraBlueprint'), own));
  return map;
}

/** A section with an empty line between its entries. */
function listed<T>(entries: ReadonlyMap<string, T>, toNode: (entry: T) => unknown): YAMLMap {
  const map = new YAMLMap();
  for (const [name, entry] of entries) {
    const key = new Scalar(name);
    key.spaceBefore = map.items.length > 0;
    map.items.push(new Pair(key, toNode(entry)));
  }
  return map;
}

function resourceNode({ type, dependsOn = [], leavesSnapshot = false, properties }: ResourceDraft): unknown {
  const policy = leavesSnapshot ? 'Snapshot' : undefined;
  return nodeOf({
    Type: type,
    DependsOn: dependsOn.length > 1 ? dependsOn : dependsOn[0],
    DeletionPolicy: policy,
    UpdateReplacePolicy: policy,
    Properties: inAlphabet(properties),
  });
}

/** The properties in the order in which AWS lists them: by letters, small or capital. */
function inAlphabet(value: TemplateValue): TemplateValue {
  if (Array.isArray(value)) return value.map(inAlphabet);
  if (typeof value !== 'object' || value instanceof Intrinsic) return value;
  const lower = (name: string) => name.toLowerCase();
  const entries = Object.entries(value as TemplateMap)
    .toSorted(([a], [b]) => (lower(a) < lower(b) ? -1 : lower(a) > lower(b) ? 1 : 0))
    .map(([name, inner]) => [name, inner === undefined ? undefined : inAlphabet(inner)] as const);
  return Object.fromEntries(entries);
}

function nodeOf(value: TemplateValue): unknown {
  if (value instanceof Intrinsic) {
    const call = new Scalar(value.argument);
    call.tag = `!${value.name}`;
    return call;
  }
  if (Array.isArray(value)) {
    const list = new YAMLSeq();
    list.items.push(...value.map(nodeOf));
    return list;
  }
  if (typeof value !== 'object') return new Scalar(value);
  const map = new YAMLMap();
  for (const [name, inner] of Object.entries(value as TemplateMap)) {
    if (inner !== undefined) map.items.push(new Pair(new Scalar(name), nodeOf(inner)));
  }
  return map;
}
