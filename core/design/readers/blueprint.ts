import { isScalar } from 'yaml';
import type { Finding } from '../../rules/finding.ts';
import { blueprintFormat, type DocumentFormat, type ReadDocument } from './blueprint/document-format.ts';
import { NodeReader } from './blueprint/node-reader.ts';
import { type ParsedDocument, parseYaml } from './blueprint/parse.ts';
import { StructureReport } from './blueprint/structure-report.ts';
import { structureRules } from './blueprint/structure-rules.ts';
import type { SyntaxProblem } from './blueprint/syntax-problems.ts';
import type { Locator } from './locator.ts';
import { noBlocks, type ParsedBlocks } from './yaml/parse-documents.ts';

/** One YAML document of a blueprint with the design it describes. */
export interface BlueprintDocument extends ReadDocument {
  readonly locator: Locator;
  /** The syntax tree, for the writer. */
  readonly source: ParsedDocument;
}

/** A blueprint as read: its designs, and what is wrong with its form. */
export interface Blueprint {
  readonly text: string;
  readonly documents: readonly BlueprintDocument[];
  readonly findings: readonly Finding[];
  /** How its documents were read. */
  readonly format: DocumentFormat;
  /** The syntax of its parts, for reading its next version. */
  readonly blocks: ParsedBlocks;
}

/** What was read before the first version of a text that will be edited: it is read in parts that the next one can have. */
export const nothingRead: Pick<Blueprint, 'blocks'> = { blocks: noBlocks };

/**
 * Reads the text of a blueprint. Every YAML document in it is one design; an empty document is none.
 * Broken text gives the designs as far as they can be understood, and findings that say what to do. `before` is the
 * blueprint as it was before the last edit: what was not touched is not parsed again. Never throws.
 */
export function readBlueprint(text: string, before?: Pick<Blueprint, 'blocks'>): Blueprint {
  return readDocuments(text, blueprintFormat, before);
}

/** Reads a text each of whose YAML documents is of this format. */
export function readDocuments(text: string, format: DocumentFormat, before?: Pick<Blueprint, 'blocks'>): Blueprint {
  const { documents: sources, problems: problemsOf, blocks } = parseYaml(text, before?.blocks);
  const problems = problemsOf();
  const syntax = new StructureReport();
  for (const { range, message, fixes } of problems) syntax.syntax(range, message, fixes);
  const documents: BlueprintDocument[] = [];
  const findings: Finding[] = [...syntax.findings];
  for (const source of sources) {
    if (isEmptyDocument(source)) continue;
    const reader = new NodeReader(text, source, format.shape);
    documents.push({ ...format.read(reader), locator: reader.locator, source });
    const { findings: structure } = reader.report;
    findings.push(
      ...(source.isBroken ? structure.filter((finding) => !followsFrom(finding, problems, text)) : structure),
    );
  }
  return { text, documents, findings, format, blocks };
}

function isEmptyDocument({ document: { contents } }: ParsedDocument): boolean {
  return contents === null || (isScalar(contents) && contents.value === null);
}

/**
 * Whether a finding may only follow from broken text: what is missing may be hidden, and what shares its line with a
 * syntax error is probably misread.
 */
function followsFrom(finding: Finding, problems: readonly SyntaxProblem[], text: string): boolean {
  if (finding.rule === structureRules.missing.id) return true;
  return problems.some(({ range }) => {
    const [from, to] = [Math.min(range.start, finding.range.start), Math.max(range.start, finding.range.start)];
    return !text.slice(from, to).includes('\n');
  });
}
