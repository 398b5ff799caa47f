import { declarationsOf } from '@aurora-blueprint/core/editing/names/name.ts';
import type { LocationLink } from 'vscode-languageserver';
import { sameNameElsewhere } from '../documents/names-across-files.ts';
import { toProtocolRange } from '../protocol-ranges.ts';
import type { Feature } from './feature.ts';
import { nameAt } from './name-at.ts';

/** `textDocument/definition`: where what a name stands for is declared, in this file or in the design that governs it. */
export const definition: Feature = {
  capabilities: () => ({ definitionProvider: true }),
  register: (context, client) => {
    const takesLinks = client.textDocument?.definition?.linkSupport === true;
    context.connection.onDefinition(async (params, token) => {
      const found = nameAt(context.analyzer, params);
      if (found === undefined) return null;
      const originSelectionRange = toProtocolRange(found.analysis.lines, found.mention.range);
      const places = [found, ...(await sameNameElsewhere(context, found, token))];
      const links = places.flatMap(({ uri, analysis: { lines }, name }) =>
        declarationsOf(name).map(
          ({ range, whole }): LocationLink => ({
            originSelectionRange,
            targetUri: uri,
            targetRange: toProtocolRange(lines, whole),
            targetSelectionRange: toProtocolRange(lines, range),
          }),
        ),
      );
      if (takesLinks) return links;
      return links.map(({ targetUri, targetSelectionRange }) => ({ uri: targetUri, range: targetSelectionRange }));
    });
  },
};
