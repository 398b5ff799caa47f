import { parseEngineVersion } from '../../design/engine-version.ts';
import { type GraphResource, type GraphValue, isAbsent, isGiven, textOf } from '../../design/resource-graph.ts';
import * as limits from '../../facts/generated/limits.ts';
import { engineOf } from '../cluster-of-instance.ts';
import { isNotRestored } from '../cluster-origin.ts';
import { setValue } from '../design-fix.ts';
import type { DesignFix, TemplateRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

export const rule: TemplateRule = {
  id: 'AUR618',
  title: 'A member of a global database leaves its version open',
  group: 'Global database',
  severity: 'info',
  facts: [limits.global_member_version_cfn, limits.global_version_match],
  check: (graph, report) => {
    for (const cluster of graph.clusters) {
      const joined = cluster.property('GlobalClusterIdentifier');
      const version = cluster.property('EngineVersion');
      if (!isGiven(joined) || !isAbsent(version) || !isNotRestored(cluster)) continue;
      const global = graph.referredTo(joined);
      // Left open in both places it is the default of the day in both.
      if (global !== undefined && versionsOf(global).every(isAbsent)) continue;
      const message =
        "EngineVersion is missing on a member of a global database: the cluster gets the engine's default version, and is refused when the global database has another one. State the full version of the global database.";
      report(version.path, message, { fixes: fixesOf(cluster, global) });
    }
  },
};

/** What decides the version of a global database. */
function versionsOf(global: GraphResource): readonly GraphValue[] {
  return [global.property('EngineVersion'), global.property('SourceDBClusterIdentifier')];
}

function fixesOf(cluster: GraphResource, global: GraphResource | undefined): readonly DesignFix[] {
  const engine = engineOf(cluster);
  const version = (global && textOf(global.property('EngineVersion'))) ?? '';
  if (engine === undefined || parseEngineVersion(engine, version) === undefined) return [];
  return [setValue(cluster.property('EngineVersion').path, version)];
}

export const page: RulePage = {
  reason:
    'The template works until the day on which AWS makes another version the default; then no new member can be added.',
  bad: `Resources:
  Global:
    Type: AWS::RDS::GlobalCluster
    Properties:
      GlobalClusterIdentifier: orders
      Engine: aurora-postgresql
      EngineVersion: "17.9"
  Orders:
# ^^^^^^ AUR618
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-postgresql
      GlobalClusterIdentifier: !Ref Global
      Port: 5432
      MasterUsername: app_admin
      MasterUserPassword: "{{resolve:secretsmanager:orders/admin:SecretString:password}}"
`,
  good: `Resources:
  Global:
    Type: AWS::RDS::GlobalCluster
    Properties:
      GlobalClusterIdentifier: orders
      Engine: aurora-postgresql
      EngineVersion: "17.9"
  Orders:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-postgresql
      EngineVersion: "17.9"
      GlobalClusterIdentifier: !Ref Global
      Port: 5432
      MasterUsername: app_admin
      MasterUserPassword: "{{resolve:secretsmanager:orders/admin:SecretString:password}}"
`,
};
