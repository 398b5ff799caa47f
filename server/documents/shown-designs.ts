import type { Stale } from '@aurora-blueprint/core/protocol/topology-request.ts';
import type { TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { BlueprintAnalysis, TemplateAnalysis } from './analysis.ts';
import type { Analyzer } from './analyzer.ts';
import { type DesignOfDocument, designsOf } from './designs-of-document.ts';

/** What is shown and played of a document. */
export interface ShownDesigns {
  readonly designs: readonly DesignOfDocument[];
  /** Set while the text cannot be read. */
  readonly stale?: Stale;
}

type Shown = BlueprintAnalysis | TemplateAnalysis;

/** Keeps the last readable state of each open blueprint and template: picture and runs stay with it while a person types. */
export class LastReadableDesigns {
  readonly #analyzer: Analyzer;
  readonly #lastReadable = new Map<string, Shown>();

  constructor(documents: TextDocuments<TextDocument>, analyzer: Analyzer) {
    this.#analyzer = analyzer;
    documents.onDidClose(({ document }) => this.#lastReadable.delete(document.uri));
  }

  /** Undefined for what holds no designs. A text that was never readable is shown as far as it can be read. */
  get(uri: string): ShownDesigns | undefined {
    const analysis = this.#analyzer.analyze(uri);
    if (analysis?.kind !== 'blueprint' && analysis?.kind !== 'cloudformation') return undefined;
    const stale = staleness(analysis);
    if (stale !== undefined) return { designs: designsOf(this.#lastReadable.get(uri) ?? analysis), stale };
    this.#lastReadable.set(uri, analysis);
    return { designs: designsOf(analysis) };
  }
}

/** The first place at which the text is no YAML or JSON. */
function staleness({ findings, lines }: Shown): Stale | undefined {
  const broken = findings.find(({ rule }) => rule === 'FMT001');
  if (broken === undefined) return undefined;
  return { line: lines.positionAt(broken.range.start).line, message: broken.message };
}
