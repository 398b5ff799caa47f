import { isMap } from 'yaml';
import type { Range } from '../../../text/range.ts';
import { type ParsedBlocks, type ParsedDocuments, parseDocuments, type YamlDocument } from '../yaml/parse-documents.ts';
import { type Expression, entryOf, type MapEntry, type MapExpression, textUnder } from './expression.ts';
import { ExpressionReader } from './expression-reader.ts';
import { functionTags } from './function-tags.ts';

/** Longest template that is read, in UTF-16 units: the size CloudFormation takes from S3 (1 MB). */
export const longestTemplate = 1024 * 1024;

/** A parameter of a template. */
export interface Parameter {
  readonly type: string;
  readonly default: Expression | undefined;
  /** Undefined when any value will do. */
  readonly allowedValues: readonly string[] | undefined;
  /** Whether it takes the empty text. */
  readonly mayBeEmpty: boolean;
}

/** A resource of a template. */
export interface Resource {
  readonly logicalId: string;
  readonly key: Range;
  readonly type: string;
  /** Name of the condition without which it does not exist. */
  readonly condition: string | undefined;
  /** Logical ids of the resources that are created before it, by its own word. */
  readonly dependsOn: readonly string[];
  readonly properties: Expression | undefined;
  /** All that is written of it. */
  readonly content: Expression;
}

/** The sections of one template. */
export interface TemplateSyntax {
  /** The document, for the writer. */
  readonly document: YamlDocument;
  /** For parsing the next version of the text. */
  readonly blocks: ParsedBlocks;
  /** The whole of the template. */
  readonly root: Expression;
  readonly parameters: ReadonlyMap<string, Parameter>;
  readonly mappings: Expression | undefined;
  readonly conditions: ReadonlyMap<string, Expression>;
  readonly resources: ReadonlyMap<string, Resource>;
  /** Whether there may be resources and properties that are not seen here: macros, loops, markup, broken text. */
  readonly isOpen: boolean;
  /** Whether a part of the text stands in several places (an alias), so that an edit would change them all. */
  readonly hasAliases: boolean;
}

/** The YAML of a template. */
export type TemplateDocument = Pick<TemplateSyntax, 'document' | 'blocks'>;

/**
 * Reads the sections of a template, or undefined when the text is none. `known` are the blocks of the version of the
 * text before this one.
 */
export function parseTemplate(text: string, known?: ParsedBlocks): TemplateSyntax | undefined {
  const parsed = parseTemplateDocument(text, known);
  return parsed === undefined ? undefined : readSections(text, parsed);
}

/** Parses the document that has resources; undefined when there is none. */
export function parseTemplateDocument(text: string, known?: ParsedBlocks): TemplateDocument | undefined {
  const parsed = parseYaml(text, known);
  const document = parsed?.documents.find(({ contents }) => isMap(contents) && contents.has('Resources'));
  return parsed === undefined || document === undefined ? undefined : { document, blocks: parsed.blocks };
}

/** Reads the sections of a document; undefined when its resources are no mapping. */
export function readSections(text: string, { document, blocks }: TemplateDocument): TemplateSyntax | undefined {
  const reader = new ExpressionReader(text);
  const root = reader.read(document.contents);
  const resources = entryOf(root, 'Resources')?.value;
  if (resources?.kind !== 'map') return undefined;
  const entries = [...resources.entries];
  const isOpen =
    document.errors.length > 0 ||
    resources.isOpen ||
    hasModule(resources) ||
    hasMarkup(text) ||
    hasMacro(entryOf(root, 'Transform')?.value);
  return {
    document,
    blocks,
    root,
    parameters: new Map(sectionOf(root, 'Parameters').map(([name, { value }]) => [name, parameterOf(value)])),
    mappings: entryOf(root, 'Mappings')?.value,
    conditions: new Map(sectionOf(root, 'Conditions').map(([name, { value }]) => [name, value])),
    resources: new Map(entries.flatMap(([name, entry]) => resourceOf(name, entry) ?? []).map((r) => [r.logicalId, r])),
    isOpen,
    hasAliases: reader.hasAliases,
  };
}

function parseYaml(text: string, known: ParsedBlocks | undefined): ParsedDocuments | undefined {
  try {
    return parseDocuments(text, options, known);
  } catch {
    // The YAML library gives up on some texts, such as brackets nested thousands deep: such a text is no template.
    return undefined;
  }
}

const options = {
  logLevel: 'silent',
  prettyErrors: false,
  uniqueKeys: false,
  merge: false,
  customTags: functionTags,
} as const;

function sectionOf(root: Expression, name: string): readonly (readonly [string, MapEntry])[] {
  const section = entryOf(root, name)?.value;
  return section?.kind === 'map' ? [...section.entries] : [];
}

function parameterOf(value: Expression): Parameter {
  const type = textUnder(value, 'Type') ?? 'String';
  const allowed = entryOf(value, 'AllowedValues')?.value;
  const texts =
    allowed?.kind === 'list' ? allowed.items.map((item) => (item.kind === 'scalar' ? item.text : undefined)) : [];
  const isText = type === 'String' || type === 'CommaDelimitedList';
  const allowedValues = texts.length > 0 && texts.every((item) => item !== undefined) ? texts : undefined;
  return {
    type,
    default: entryOf(value, 'Default')?.value,
    allowedValues,
    mayBeEmpty: isText && !(Number(textUnder(value, 'MinLength')) > 0) && allowedValues?.includes('') !== false,
  };
}

function resourceOf(logicalId: string, { key, value }: MapEntry): Resource | undefined {
  const type = textUnder(value, 'Type');
  if (type === undefined) return undefined;
  return {
    logicalId,
    key,
    type,
    condition: textUnder(value, 'Condition'),
    dependsOn: textsOf(entryOf(value, 'DependsOn')?.value),
    properties: entryOf(value, 'Properties')?.value,
    content: value,
  };
}

/** A text, or the texts of a list. */
function textsOf(expression: Expression | undefined): readonly string[] {
  const items = expression?.kind === 'list' ? expression.items : [expression];
  return items.flatMap((item) => (item?.kind === 'scalar' ? item.text : []));
}

/** Transforms that add no database resource and change none. */
const harmlessTransform = /^AWS::(Serverless|LanguageExtensions|SecretsManager|CodeDeployBlueGreen)\b/;

function hasMacro(transform: Expression | undefined): boolean {
  if (transform === undefined || transform.kind === 'nothing') return false;
  const names = transform.kind === 'list' ? transform.items : [transform];
  return names.some((name) => name.kind !== 'scalar' || !harmlessTransform.test(name.text));
}

/** Whether a module stands among the resources: what it holds is not seen here. */
function hasModule({ entries }: MapExpression): boolean {
  return [...entries.values()].some(({ value }) => textUnder(value, 'Type')?.endsWith('::MODULE') === true);
}

/** Whether the text is itself made from another one (Go or Jinja markup), which can hide or repeat parts of it. */
function hasMarkup(text: string): boolean {
  return /\{%|\{\{(?!resolve:)/.test(text);
}
