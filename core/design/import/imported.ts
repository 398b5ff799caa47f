import { type Content, definedOnly, groupsAt, isContent, textAt } from '../content/design-content.ts';
import type { Path } from '../path.ts';
import type { Note } from '../writers/new-blueprint.ts';

/** A design as it was found elsewhere: its content, and what is to be known of it. */
export interface Imported {
  /** By what a secondary names its primary: the global database, or an ARN. Those of a primary are its own. */
  readonly names: readonly string[];
  readonly content: Content;
  readonly notes: readonly Note[];
}

/**
 * Puts clusters that were found apart together to designs: a cluster under `secondaries` goes to the primary of its
 * group, or to the only primary where it names none. One whose primary was not found becomes a design of its own.
 */
export function joinClusters(found: readonly Imported[]): readonly Imported[] {
  const isPrimary = ({ content: { primary } }: Imported) => isContent(primary);
  const primaries = found.filter(isPrimary);
  const followers = new Map<Imported | undefined, Imported[]>();
  for (const secondary of found.filter((one) => !isPrimary(one))) {
    const named = primaries.find(({ names }) => names.some((name) => secondary.names.includes(name)));
    const primary = named ?? (primaries.length === 1 && secondary.names.length === 0 ? primaries[0] : undefined);
    followers.set(primary, [...(followers.get(primary) ?? []), secondary]);
  }
  return [
    ...primaries.map((primary) => join(primary, followers.get(primary) ?? [])),
    ...(followers.get(undefined) ?? []).map(standAlone),
  ];
}

function join(primary: Imported, secondaries: readonly Imported[]): Imported {
  const notes = secondaries.flatMap((secondary, index) => {
    return secondary.notes
      .filter(({ path }) => path[0] === 'secondaries')
      .map((note) => ({ ...note, path: ['secondaries', index, ...note.path.slice(2)] }));
  });
  const version = textAt(primary.content, 'engineVersion');
  const clusters = secondaries.flatMap(({ content }) => {
    const own = textAt(content, 'engineVersion');
    return groupsAt(content, 'secondaries').map((cluster) => ({
      ...cluster,
      ...(own === undefined || own === version ? {} : { engineVersion: own }),
    }));
  });
  const content = {
    ...primary.content,
    ...(clusters.length === 0 ? {} : { secondaries: clusters }),
    machineLearning: modelRoles([primary, ...secondaries]),
  };
  return { ...primary, content, notes: [...primary.notes, ...notes] };
}

/** The roles of all clusters, each once. A role that does not say so has the Regions of the clusters it was found at. */
function modelRoles(clusters: readonly Imported[]): readonly Content[] {
  const roles = new Map<string, { role: Content; regions: string[] }>();
  for (const { content } of clusters) {
    const { primary } = content;
    const region = textAt(clusterOf(content), 'region');
    for (const { regions: stated, ...role } of groupsAt(content, 'machineLearning')) {
      const { service, roleArn } = role;
      const key = JSON.stringify([service, roleArn]);
      // A secondary knows of its own Region alone.
      const own = primary === undefined ? role : { ...role, ...definedOnly({ regions: stated }) };
      const known = roles.get(key) ?? { role: own, regions: [] };
      if (region !== undefined) known.regions.push(region);
      roles.set(key, known);
    }
  }
  return [...roles.values()].map(({ role, regions }) => ({ ...(regions.length === 0 ? {} : { regions }), ...role }));
}

function clusterOf(content: Content): Content {
  const { primary } = content;
  return isContent(primary) ? primary : (groupsAt(content, 'secondaries')[0] ?? {});
}

/** A secondary whose primary is not there, as the only cluster of a design. */
function standAlone({ names, content, notes }: Imported): Imported {
  const { secondaries: _, ...rest } = content;
  const {
    replication: __,
    replicationSourceIdentifier: source,
    ...cluster
  } = groupsAt(content, 'secondaries')[0] ?? {};
  const of = source === undefined ? `the global database ${textAt(content, 'name') ?? ''}`.trim() : `${source}`;
  const moved = notes.map((note) =>
    note.path[0] === 'secondaries' ? { ...note, path: intoPrimary(note.path) } : note,
  );
  const note = { path: ['primary'], text: `A secondary of ${of}, whose primary is not among the files.` };
  const name = textAt(cluster, 'clusterIdentifier') ?? textAt(content, 'name');
  return { names, content: { ...rest, ...definedOnly({ name }), primary: cluster }, notes: [note, ...moved] };
}

function intoPrimary(path: Path): Path {
  return ['primary', ...path.slice(2)];
}
