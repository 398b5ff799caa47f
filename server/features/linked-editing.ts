import { linkedPlaces, wordPattern } from '@aurora-blueprint/core/editing/linked-editing.ts';
import { namesOf } from '../documents/names-of.ts';
import { toProtocolRange } from '../protocol-ranges.ts';
import type { Feature } from './feature.ts';

/** `textDocument/linkedEditingRange`: an id of a blueprint changes with all that names it while it is typed. */
export const linkedEditing: Feature = {
  capabilities: () => ({ linkedEditingRangeProvider: true }),
  register: ({ connection, analyzer }) => {
    connection.languages.onLinkedEditingRange(({ textDocument, position }) => {
      const analysis = analyzer.analyze(textDocument.uri);
      if (analysis?.kind !== 'blueprint') return null;
      const { lines, text } = analysis;
      const places = linkedPlaces(namesOf(analysis), text, lines.offsetAt(position));
      if (places === undefined) return null;
      return { ranges: places.map((range) => toProtocolRange(lines, range)), wordPattern };
    });
  },
};
