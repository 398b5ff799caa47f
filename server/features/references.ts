import { contains } from '@aurora-blueprint/core/text/range.ts';
import type { CancellationToken, Location, ReferenceParams } from 'vscode-languageserver';
import { designsOf } from '../documents/designs-of-document.ts';
import { sameNameElsewhere } from '../documents/names-across-files.ts';
import { toProtocolRange } from '../protocol-ranges.ts';
import type { Feature, ServerContext } from './feature.ts';
import { nameAt } from './name-at.ts';
import { placesOfUse } from './places-of-use.ts';

/**
 * `textDocument/references`: everywhere a name is written, with or without where it is declared; of the service of a role,
 * all places of the SQL under the design that need it.
 */
export const references: Feature = {
  capabilities: () => ({ referencesProvider: true }),
  register: (context) => {
    context.connection.onReferences(async (params, token) => {
      const found = nameAt(context.analyzer, params);
      if (found === undefined) return usesOfRole(context, params, token);
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

/** Where SQL needs the role whose service stands at a position; null where none does. */
async function usesOfRole(
  context: ServerContext,
  { textDocument: { uri }, position, context: { includeDeclaration } }: ReferenceParams,
  token: CancellationToken,
): Promise<Location[] | null> {
  const analysis = context.analyzer.analyze(uri);
  if (analysis === undefined || analysis.kind === 'sql' || analysis.kind === 'scenarios') return null;
  const offset = analysis.lines.offsetAt(position);
  for (const { design, locator, name } of designsOf(analysis)) {
    for (const { service } of design.machineLearning.items) {
      const range = locator.rangeOf(service.path, 'value');
      if (service.presence !== 'known' || !contains(range, offset)) continue;
      const { places } = await placesOfUse(context, { uri, name }, (use) => use.service === service.value, token);
      return includeDeclaration ? [{ uri, range: toProtocolRange(analysis.lines, range) }, ...places] : [...places];
    }
  }
  return null;
}
