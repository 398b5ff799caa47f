import type { Stale } from '@aurora-blueprint/core/protocol/topology-request.ts';
import type { TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { BlueprintAnalysis } from './analysis.ts';
import type { Analyzer } from './analyzer.ts';

/** What is shown and played of a blueprint. */
export interface ShownBlueprint {
  readonly analysis: BlueprintAnalysis;
  /** Set while the text cannot be read. */
  readonly stale?: Stale;
}

/** Keeps the last readable state of each open blueprint: picture and runs stay with it while a person types. */
export class ShownBlueprints {
  readonly #analyzer: Analyzer;
  readonly #lastReadable = new Map<string, BlueprintAnalysis>();

  constructor(documents: TextDocuments<TextDocument>, analyzer: Analyzer) {
    this.#analyzer = analyzer;
    documents.onDidClose(({ document }) => this.#lastReadable.delete(document.uri));
  }

  /** Undefined for what is no open blueprint. A text that was never readable is shown as far as it can be read. */
  get(uri: string): ShownBlueprint | undefined {
    const analysis = this.#analyzer.analyze(uri);
    if (analysis?.kind !== 'blueprint') return undefined;
    const stale = staleness(analysis);
    if (stale !== undefined) return { analysis: this.#lastReadable.get(uri) ?? analysis, stale };
    this.#lastReadable.set(uri, analysis);
    return { analysis };
  }
}

/** The first place at which the text is no YAML. */
function staleness({ findings, lines }: BlueprintAnalysis): Stale | undefined {
  const broken = findings.find(({ rule }) => rule === 'FMT001');
  if (broken === undefined) return undefined;
  return { line: lines.positionAt(broken.range.start).line, message: broken.message };
}
