import type { Design } from '@aurora-blueprint/core/design/design.ts';
import type { Locator } from '@aurora-blueprint/core/design/readers/locator.ts';
import type { Hint } from '@aurora-blueprint/core/editing/hints/hint.ts';
import { hintsOf } from '@aurora-blueprint/core/editing/hints/hints.ts';
import { inWordsOfTemplates } from '@aurora-blueprint/core/rules/property-words.ts';
import type { InlayHint } from 'vscode-languageserver';
import type { Analysis } from '../documents/analysis.ts';
import type { InlayHintSettings } from '../settings.ts';
import type { Feature } from './feature.ts';

/** `textDocument/inlayHint`: what follows from a design and is not written in it. */
export const inlayHints: Feature = {
  capabilities: () => ({ inlayHintProvider: true }),
  register: ({ connection, analyzer, settings }, client) => {
    if (client.workspace?.inlayHint?.refreshSupport === true) {
      analyzer.onAffected(() => void connection.languages.inlayHint.refresh());
    }
    connection.languages.inlayHint.on(({ textDocument, range }): InlayHint[] => {
      const analysis = analyzer.analyze(textDocument.uri);
      if (analysis === undefined) return [];
      const { lines } = analysis;
      const [start, end] = [lines.offsetAt(range.start), lines.offsetAt(range.end)];
      return placedHints(analysis, settings().inlayHints)
        .filter(({ offset }) => offset >= start && offset <= end)
        .map(({ hint, offset }) => ({
          position: lines.positionAt(offset),
          label: hint.text,
          tooltip: analysis.kind === 'cloudformation' ? inWordsOfTemplates(hint.tooltip) : hint.tooltip,
          paddingLeft: true,
        }));
    });
  },
};

interface PlacedHint {
  readonly hint: Hint;
  /** Where in the text it stands. */
  readonly offset: number;
}

function placedHints(analysis: Analysis, wanted: InlayHintSettings): readonly PlacedHint[] {
  return designsOf(analysis).flatMap(({ design, locator }) =>
    hintsOf(design, (kind) => wanted[kind]).flatMap((hint) => {
      const place = locator.placeOf(hint.path);
      const range = hint.at === 'key' ? place?.key : place?.value;
      return range === undefined ? [] : [{ hint, offset: range.end }];
    }),
  );
}

/** The designs of a document; of a template, those clusters that are the same whatever its conditions are. */
function designsOf(analysis: Analysis): readonly { readonly design: Design; readonly locator: Locator }[] {
  if (analysis.kind === 'blueprint') return analysis.blueprint.documents;
  if (analysis.kind !== 'cloudformation') return [];
  return analysis.template.clusters.flatMap(({ designs }) => (designs.length === 1 ? designs : []));
}
