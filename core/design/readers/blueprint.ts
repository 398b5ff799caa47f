import type { Finding } from '../../rules/finding.ts';
import type { Design } from '../design.ts';
import { blueprintShape } from '../format/blueprint.ts';
import { NodeReader } from './blueprint/node-reader.ts';
import { type ParsedDocument, parseYaml } from './blueprint/parse.ts';
import { StructureReport } from './blueprint/structure-report.ts';
import type { Locator } from './locator.ts';

/** One YAML document of a blueprint with the design it describes. */
export interface BlueprintDocument {
  readonly design: Design;
  readonly locator: Locator;
  /** The syntax tree, for the writer. */
  readonly source: ParsedDocument;
}

/** A blueprint as read: its designs, and what is wrong with its form. */
export interface Blueprint {
  readonly text: string;
  readonly documents: readonly BlueprintDocument[];
  readonly findings: readonly Finding[];
}

/**
 * Reads the text of a blueprint. Every YAML document in it is one design; an empty document is none.
 * Broken text gives the designs as far as they can be understood, and findings that say what to do. Never throws.
 */
export function readBlueprint(text: string): Blueprint {
  const parsed = parseYaml(text);
  const syntax = new StructureReport();
  for (const { range, message } of parsed.problems) syntax.syntax(range, message);
  const findings: Finding[] = [...syntax.findings];
  const documents: BlueprintDocument[] = [];
  for (const source of parsed.documents) {
    if (source.document.contents === null) continue;
    const reader = new NodeReader(text, source);
    const design = reader.readDocument(blueprintShape);
    documents.push({ design, locator: reader.locator, source });
    findings.push(...reader.report.findings);
  }
  return { text, documents, findings };
}
