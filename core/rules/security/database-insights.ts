import type { Cluster } from '../../design/design.ts';
import type { DesignEdit } from '../../design/edit.ts';
import * as limits from '../../facts/generated/limits.ts';

/** Days that Performance Insights has to keep at least for the advanced mode of Database Insights. */
export const advancedRetention = limits.database_insights.advanced_retention;

/** The edits that give a cluster the advanced mode of Database Insights with all that it needs. */
export function advancedMode(cluster: Cluster): readonly DesignEdit[] {
  return [
    { kind: 'set', path: cluster.databaseInsightsMode.path, value: 'advanced' },
    { kind: 'set', path: cluster.performanceInsightsEnabled.path, value: true },
    { kind: 'set', path: cluster.performanceInsightsRetentionPeriod.path, value: advancedRetention },
  ];
}
