import type { Hover } from '@aurora-blueprint/core/editing/hover.ts';
import { hoverBlueprint } from '@aurora-blueprint/core/editing/hover-blueprint.ts';
import { hoverSql } from '@aurora-blueprint/core/editing/sql/hover-sql.ts';
import { hoverTemplate } from '@aurora-blueprint/core/editing/template/hover-template.ts';
import { MarkupKind } from 'vscode-languageserver';
import type { Analysis } from '../documents/analysis.ts';
import { sqlDocument } from '../documents/sql-document.ts';
import { toProtocolRange } from '../protocol-ranges.ts';
import type { Feature } from './feature.ts';

/**
 * `textDocument/hover`: what a property or value of a blueprint or a template, or a call in SQL is, its limits, and where
 * they come from.
 */
export const hover: Feature = {
  capabilities: () => ({ hoverProvider: true }),
  register: ({ connection, analyzer }) => {
    connection.onHover(({ textDocument, position }) => {
      const analysis = analyzer.analyze(textDocument.uri);
      if (analysis === undefined) return null;
      const { lines } = analysis;
      const found = hoverIn(analysis, lines.offsetAt(position));
      if (found === undefined) return null;
      const contents = { kind: MarkupKind.Markdown, value: found.contents };
      return { contents, range: toProtocolRange(lines, found.range) };
    });
  },
};

function hoverIn(analysis: Analysis, offset: number): Hover | undefined {
  switch (analysis.kind) {
    case 'blueprint':
    case 'scenarios':
      return hoverBlueprint(analysis.blueprint, offset);
    case 'cloudformation':
      return hoverTemplate(analysis.template, offset);
    case 'sql':
      return hoverSql(sqlDocument(analysis), offset);
  }
}
