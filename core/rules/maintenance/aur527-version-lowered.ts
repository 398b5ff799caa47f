import { keptClusters } from '../../design/design-change.ts';
import { compareEngineVersions, engineVersionOf, parseEngineVersion } from '../../design/engine-version.ts';
import { known } from '../../design/node.ts';
import type { Path } from '../../design/path.ts';
import { clustersInPlace } from '../../design/replaced-resources.ts';
import { textOf } from '../../design/resource-graph.ts';
import type { Engine } from '../../facts/engine-versions.ts';
import * as limits from '../../facts/generated/limits.ts';
import type { ChangeRule } from '../change-rule.ts';
import { engineOf } from '../cluster-of-instance.ts';
import type { Report } from '../rule.ts';
import type { ChangePage } from '../rule-page.ts';

/** An engine version before and after an edit. */
interface VersionChange {
  readonly property: string;
  readonly path: Path;
  readonly engine: Engine | undefined;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

export const rule: ChangeRule = {
  id: 'AUR527',
  title: 'The engine version of an existing cluster is lowered',
  group: 'Maintenance and lifecycle',
  severity: 'warning',
  facts: [limits.version_only_rises],
  checkDesign: ({ earlier, later }, report) => {
    const said = new Set<Path>();
    // The versions of two engines are written in two ways: none is compared with one of the other.
    const engine = known(later.engine);
    for (const kept of keptClusters({ earlier, later })) {
      const [before, after] = [engineVersionOf(earlier, kept.earlier), engineVersionOf(later, kept.later)];
      const { path } = after;
      // A version that stands on top counts for several clusters.
      if (said.has(path)) continue;
      said.add(path);
      judge({ property: 'engineVersion', path, engine, before: known(before), after: known(after) }, report);
    }
  },
  checkTemplate: (change, report) => {
    // Another cluster takes the place of one that is replaced, and instances have the version of their cluster.
    for (const { earlier, later } of clustersInPlace(change)) {
      const property = 'EngineVersion';
      const [before, after] = [earlier.property(property), later.property(property)];
      judge(
        { property, path: after.path, engine: engineOf(later), before: textOf(before), after: textOf(after) },
        report,
      );
    }
  },
};

function judge({ property, path, engine, before = '', after = '' }: VersionChange, report: Report): void {
  if (engine === undefined) return;
  const [old, next] = [parseEngineVersion(engine, before), parseEngineVersion(engine, after)];
  if (old === undefined || next === undefined || old.limitless !== next.limitless) return;
  if (compareEngineVersions(next, old) >= 0) return;
  const message = `${property} goes back from ${before} to ${after}, and RDS refuses that: a cluster only goes to newer versions. Put ${before} back; for an older version make a new cluster and take the data there by a dump.`;
  const fix = { title: `Put ${property} back to ${before}`, edits: [{ kind: 'set', path, value: before } as const] };
  report(path, message, { fixes: [fix] });
}

const text = (version: string) => `aurora: 1
name: orders
engine: aurora-postgresql
engineVersion: "${version}"
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
    - { id: orders-b, class: db.r7g.large }
`;

export const page: ChangePage = {
  reason:
    'An upgrade that went wrong is not undone by writing the old version again: RDS refuses it, and the update of the stack fails. The way back is a cluster of the old version beside this one, or the old side of a blue/green deployment.',
  earlier: text('17.10'),
  bad: text('17.9').replace(
    '"17.9"\n',
    '"17.9"\n#              ^^^^^^ AUR527 engineVersion goes back from 17.10 to 17.9\n',
  ),
  good: text('17.10'),
};
