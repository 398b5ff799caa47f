import { type Cluster, clustersOf, type Design } from '../../design/design.ts';
import { versionWithout } from '../../design/engine-version.ts';
import { globalSecondaries } from '../../design/global-database.ts';
import { known } from '../../design/node.ts';
import { writerOf } from '../../design/promotion.ts';
import * as features from '../../facts/generated/engine-features.ts';
import * as instanceFacts from '../../facts/generated/instance-facts.ts';
import * as limits from '../../facts/generated/limits.ts';
import { isBurstable } from '../../facts/instance-classes.ts';
import { classInPlaceOf, replaceClass } from '../class-choice.ts';
import { remove } from '../design-fix.ts';
import type { DesignFix, DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { raiseVersion } from '../version-upgrade.ts';

/** Why the Data API does not answer, with what helps against it. */
interface Obstacle {
  readonly reason: string;
  readonly fixes: readonly DesignFix[];
}

export const rule: DesignRule = {
  id: 'AUR1014',
  title: 'The Data API does not answer for this cluster',
  group: 'Security, monitoring, integrations',
  severity: 'warning',
  facts: [limits.data_api, features.data_api, instanceFacts.t_no_data_api],
  check: (design, report, { asOf }) => {
    for (const cluster of clustersOf(design)) {
      const { enableHttpEndpoint } = cluster;
      const obstacle = known(enableHttpEndpoint) === true ? obstacleTo(design, cluster, asOf) : undefined;
      if (obstacle === undefined) continue;
      const message = `${obstacle.reason} Otherwise remove enableHttpEndpoint.`;
      report(enableHttpEndpoint.path, message, { fixes: [...obstacle.fixes, remove(enableHttpEndpoint.path)] });
    }
  },
};

function obstacleTo(design: Design, cluster: Cluster, asOf: string): Obstacle | undefined {
  if (globalSecondaries(design).some((secondary) => secondary === cluster)) {
    return {
      reason: 'The Data API talks to a writer, and a secondary has none. Use the one of the primary.',
      fixes: [],
    };
  }
  const older = versionWithout(design, cluster, features.data_api);
  if (older !== undefined) {
    const reason = `${older.name} has no Data API. Raise the version.`;
    return { reason, fixes: raiseVersion(design, older.version, asOf, [features.data_api]) };
  }
  const writer = writerOf(design, cluster);
  const instanceClass = (writer && known(writer.class)) ?? '';
  if (!isBurstable(instanceClass)) return undefined;
  const other = classInPlaceOf(design, cluster, instanceClass, { burstable: false });
  return {
    reason: `The Data API does not work on burstable classes such as ${instanceClass}. Choose an r class or db.serverless.`,
    fixes: replaceClass(cluster, [instanceClass], other),
  };
}

export const page: RulePage = {
  reason: 'The Data API needs a writer of a class that is not burstable, and an engine version that has it.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
engineVersion: "14.6"
primary:
  region: us-east-1
  engineLifecycleSupport: open-source-rds-extended-support
  autoMinorVersionUpgrade: false
  enableHttpEndpoint: true
#                     ^^^^ AUR1014 14.6
  instances:
    - { id: orders-a, class: db.r6g.large }
    - { id: orders-b, class: db.r6g.large }
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
engineVersion: "14.23"
primary:
  region: us-east-1
  engineLifecycleSupport: open-source-rds-extended-support
  autoMinorVersionUpgrade: false
  enableHttpEndpoint: true
  instances:
    - { id: orders-a, class: db.r6g.large }
    - { id: orders-b, class: db.r6g.large }
`,
};
