import { sameNameElsewhere } from '../documents/names-across-files.ts';
import { toProtocolRange } from '../protocol-ranges.ts';
import type { Feature } from './feature.ts';
import { nameAt } from './name-at.ts';

/** `textDocument/references`: everywhere a name is written, with or without where it is declared. */
export const references: Feature = {
  capabilities: () => ({ referencesProvider: true }),
  register: (context) => {
    context.connection.onReferences(async (params, token) => {
      const found = nameAt(context.analyzer, params);
      if (found === undefined) return null;
      const { includeDeclaration } = params.context;
      return [found, ...(await sameNameElsewhere(context, found, token))].flatMap(
        ({ uri, analysis: { lines }, name }) =>
          name.mentions
            .filter(({ role }) => includeDeclaration || role === 'reference')
            .map(({ range }) => ({ uri, range: toProtocolRange(lines, range) })),
      );
    });
  },
};
