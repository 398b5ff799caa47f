import { groupsAt } from '../../content/design-content.ts';
import type { ExportedCluster } from './exported-cluster.ts';
import type { TemplateDraft } from './template-draft.ts';
import { Intrinsic } from './template-value.ts';

/** Adds the zero-ETL integrations of a cluster, once its instances are there. An integration without target is none. */
export function addIntegrations(
  exported: ExportedCluster,
  cluster: string,
  instances: readonly string[],
  draft: TemplateDraft,
): void {
  for (const { target, dataFilter } of groupsAt(exported.cluster, 'integrations')) {
    if (target === undefined) continue;
    draft.add('Integration', {
      type: 'AWS::RDS::Integration',
      dependsOn: instances,
      properties: {
        DataFilter: dataFilter as string | undefined,
        SourceArn: new Intrinsic('GetAtt', `${cluster}.DBClusterArn`),
        TargetArn: target as string,
      },
    });
  }
}
