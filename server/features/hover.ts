import { hoverBlueprint } from '@aurora-blueprint/core/editing/hover-blueprint.ts';
import { hoverTemplate } from '@aurora-blueprint/core/editing/template/hover-template.ts';
import { MarkupKind } from 'vscode-languageserver';
import { toProtocolRange } from '../protocol-ranges.ts';
import type { Feature } from './feature.ts';

/** `textDocument/hover`: what a property or value of a blueprint or a template is, its limits, and where they come from. */
export const hover: Feature = {
  capabilities: () => ({ hoverProvider: true }),
  register: ({ connection, analyzer }) => {
    connection.onHover(({ textDocument, position }) => {
      const analysis = analyzer.analyze(textDocument.uri);
      if (analysis === undefined || analysis.kind === 'sql') return null;
      const { lines } = analysis;
      const offset = lines.offsetAt(position);
      const found =
        analysis.kind === 'blueprint'
          ? hoverBlueprint(analysis.blueprint, offset)
          : hoverTemplate(analysis.template, offset);
      if (found === undefined) return null;
      const contents = { kind: MarkupKind.Markdown, value: found.contents };
      return { contents, range: toProtocolRange(lines, found.range) };
    });
  },
};
