import { selectionsAt } from '@aurora-blueprint/core/editing/selection.ts';
import type { SelectionRange } from 'vscode-languageserver';
import { yamlContents } from '../documents/yaml-contents.ts';
import { toProtocolRange } from '../protocol-ranges.ts';
import type { Feature } from './feature.ts';

/** `textDocument/selectionRange`: what a selection grows through, from a value to its entry to what holds it. */
export const selectionRanges: Feature = {
  capabilities: () => ({ selectionRangeProvider: true }),
  register: ({ connection, analyzer }) => {
    connection.onSelectionRanges(({ textDocument, positions }) => {
      const analysis = analyzer.analyze(textDocument.uri);
      if (analysis === undefined || analysis.kind === 'sql') return null;
      const { text, lines } = analysis;
      const contents = yamlContents(analysis);
      return positions.map((position) => {
        const selections = selectionsAt(text, contents, lines.offsetAt(position));
        const whole: SelectionRange = { range: toProtocolRange(lines, { start: 0, end: text.length }) };
        const inner = selections.slice(0, -1);
        return inner.reduceRight((parent, range) => ({ range: toProtocolRange(lines, range), parent }), whole);
      });
    });
  },
};
