import { type Content, groupAt, groupsAt, textAt } from '../content/design-content.ts';
import { leaveOutDefaults } from '../content/leave-out-defaults.ts';
import { type Note, newBlueprint } from '../writers/new-blueprint.ts';
import { complete, type Known } from './complete.ts';
import { type Imported, joinClusters } from './imported.ts';

/** A blueprint made of what was found elsewhere. */
export interface ImportedBlueprint {
  /** The name of the design. */
  readonly name: string;
  /** Identifiers of its clusters. */
  readonly clusters: readonly string[];
  readonly text: string;
  /** What could not be known, as its comments say it. */
  readonly notes: readonly Note[];
}

/** The blueprints of the clusters that were found: one for each global database and each cluster of no such one. */
export function importBlueprints(found: readonly Imported[], known: Known = {}): readonly ImportedBlueprint[] {
  return joinClusters(found).map((joined) => {
    const { content, notes } = complete(joined, known);
    const minimal = { aurora: 1, ...leaveOutDefaults(content) };
    return {
      name: textAt(content, 'name') ?? '',
      clusters: identifiersOf(content),
      text: newBlueprint(minimal, notes),
      notes,
    };
  });
}

function identifiersOf(content: Content): readonly string[] {
  const name = textAt(content, 'name') ?? '';
  const clusters = [groupAt(content, 'primary'), ...groupsAt(content, 'secondaries')];
  return clusters.map((cluster) => textAt(cluster, 'clusterIdentifier') ?? name);
}
