import { keptClusters } from '../../design/design-change.ts';
import { known, knownOr } from '../../design/node.ts';
import type { Path } from '../../design/path.ts';
import { clustersInPlace } from '../../design/replaced-resources.ts';
import type { KeptResource } from '../../design/resource-change.ts';
import { numberOf, textOf } from '../../design/resource-graph.ts';
import * as limits from '../../facts/generated/limits.ts';
import type { ChangeRule } from '../change-rule.ts';
import type { DesignFix, Report } from '../rule.ts';
import type { ChangePage } from '../rule-page.ts';

/** The backtrack window of a cluster before and after an edit, in seconds. */
interface WindowChange {
  readonly property: string;
  readonly path: Path;
  readonly before: number | undefined;
  readonly after: number | undefined;
}

export const rule: ChangeRule = {
  id: 'AUR406',
  title: 'Backtrack is switched on or off for a cluster that exists',
  group: 'Backtrack',
  severity: 'warning',
  facts: [limits.backtrack_create_time],
  checkDesign: (change, report) => {
    if (known(change.later.engine) === 'aurora-postgresql') return;
    for (const { earlier, later } of keptClusters(change)) {
      const [before, after] = [knownOr(earlier.backtrackWindow, 0), knownOr(later.backtrackWindow, 0)];
      judge({ property: 'backtrackWindow', path: later.backtrackWindow.path, before, after }, report);
    }
  },
  checkTemplate: (change, report) => {
    // A cluster that is replaced is created with what stands there.
    for (const kept of clustersInPlace(change)) {
      if (textOf(kept.later.property('Engine')) !== 'aurora-postgresql') judge(windowChange(kept), report);
    }
  },
};

/** Without the property the provider asks for no change: a window that is taken away stays as it is. */
function windowChange({ earlier, later }: KeptResource): WindowChange {
  const property = 'BacktrackWindow';
  const [before, after] = [earlier.property(property), later.property(property)];
  return {
    property,
    path: after.path,
    before: before.kind === 'absent' ? 0 : numberOf(before),
    after: numberOf(after),
  };
}

function judge({ property, path, before, after }: WindowChange, report: Report): void {
  if (before === undefined || after === undefined || before > 0 === after > 0) return;
  const message =
    after > 0
      ? `${property} is raised from 0 to ${after} s, but backtrack can only be switched on when a cluster is created, restored from a snapshot or cloned. Put 0 back, or restore the cluster with ${property} ${after}.`
      : `${property} is lowered from ${before} to 0 s: backtrack is switched off for the life of the cluster, and what could be rewound is gone. Put ${before} back to keep it; a small window keeps it too.`;
  report(path, message, { fixes: [putBack(property, path, before)] });
}

function putBack(property: string, path: Path, before: number): DesignFix {
  return { title: `Put ${property} back to ${before}`, edits: [{ kind: 'set', path, value: before }] };
}

const text = (backtrackWindow: number) => `aurora: 1
name: orders
engine: aurora-mysql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
    - { id: orders-b, class: db.r7g.large }
  backupRetentionPeriod: 7
  backtrackWindow: ${backtrackWindow}
`;

export const page: ChangePage = {
  reason:
    'A cluster keeps the change records that backtrack needs only if it was created with backtrack. Raising the window later switches nothing on, and nobody notices until the day on which it is needed. Switching it off is final in the same way.',
  earlier: text(0),
  bad: `${text(86400)}#                  ^^^^^ AUR406 backtrackWindow is raised from 0 to 86400 s\n`,
  good: text(0),
};
