import { selectionsAt } from '@aurora-blueprint/core/editing/selection.ts';
import { selectionsInSql } from '@aurora-blueprint/core/editing/sql/sql-selection.ts';
import type { Range } from '@aurora-blueprint/core/text/range.ts';
import type { SelectionRange } from 'vscode-languageserver';
import type { Analysis } from '../documents/analysis.ts';
import { sqlDocument } from '../documents/sql-document.ts';
import { yamlContents } from '../documents/yaml-contents.ts';
import { toProtocolRange } from '../protocol-ranges.ts';
import type { Feature } from './feature.ts';

/** `textDocument/selectionRange`: what a selection grows through, from a value to its entry to what holds it; in SQL to call and statement. */
export const selectionRanges: Feature = {
  capabilities: () => ({ selectionRangeProvider: true }),
  register: ({ connection, analyzer }) => {
    connection.onSelectionRanges(({ textDocument, positions }) => {
      const analysis = analyzer.analyze(textDocument.uri);
      if (analysis === undefined) return null;
      const { text, lines } = analysis;
      const growing = selectionsIn(analysis);
      return positions.map((position) => {
        const selections = growing(lines.offsetAt(position));
        const whole: SelectionRange = { range: toProtocolRange(lines, { start: 0, end: text.length }) };
        const inner = selections.slice(0, -1);
        return inner.reduceRight((parent, range) => ({ range: toProtocolRange(lines, range), parent }), whole);
      });
    });
  },
};

function selectionsIn(analysis: Analysis): (offset: number) => readonly Range[] {
  if (analysis.kind === 'sql') return (offset) => selectionsInSql(sqlDocument(analysis), offset);
  const contents = yamlContents(analysis);
  return (offset) => selectionsAt(analysis.text, contents, offset);
}
