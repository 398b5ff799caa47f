import { hoverBlueprint } from '@aurora-blueprint/core/editing/hover-blueprint.ts';
import { MarkupKind } from 'vscode-languageserver';
import { toProtocolRange } from '../protocol-ranges.ts';
import type { Feature } from './feature.ts';

/** `textDocument/hover`: what a property or value of a blueprint is, its limits, and where they come from. */
export const hover: Feature = {
  capabilities: () => ({ hoverProvider: true }),
  register: ({ connection, analyzer }) => {
    connection.onHover(({ textDocument, position }) => {
      const analysis = analyzer.analyze(textDocument.uri);
      if (analysis?.kind !== 'blueprint') return null;
      const { lines, blueprint } = analysis;
      const found = hoverBlueprint(blueprint, lines.offsetAt(position));
      if (found === undefined) return null;
      const contents = { kind: MarkupKind.Markdown, value: found.contents };
      return { contents, range: toProtocolRange(lines, found.range) };
    });
  },
};
