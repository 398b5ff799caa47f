import { groupAt, textAt } from '../../content/design-content.ts';
import type { ExportedCluster } from './exported-cluster.ts';
import type { TemplateDraft } from './template-draft.ts';
import { ref, type TemplateMap, type TemplateValue } from './template-value.ts';

/** The parameter group of a cluster: one with the parameters of the blueprint, or the one that the blueprint names. */
export function parameterGroupName(exported: ExportedCluster, draft: TemplateDraft): TemplateValue | undefined {
  const { cluster, identifier } = exported;
  const parameters = groupAt(cluster, 'parameters');
  const name = textAt(cluster, 'dbClusterParameterGroupName');
  // The groups that AWS keeps cannot be changed.
  if (Object.keys(parameters).length === 0 || name?.startsWith('default.') === true) return name;
  const group = draft.add('ClusterParameterGroup', {
    type: 'AWS::RDS::DBClusterParameterGroup',
    properties: {
      DBClusterParameterGroupName: name,
      Description: `Parameters of the cluster ${identifier}`,
      Family: familyOf(exported, draft),
      Parameters: parameters as TemplateMap,
    },
  });
  return ref(group);
}

/** The family follows from the major version: `aurora-postgresql16`, `aurora-mysql8.0`; it is asked for without one. */
function familyOf({ engine, engineVersion = '' }: ExportedCluster, draft: TemplateDraft): TemplateValue {
  const [major] = (engine === 'aurora-mysql' ? /^\d+\.\d+/ : /^\d+/).exec(engineVersion) ?? [];
  if (major !== undefined) return `${engine}${major}`;
  return draft.parameter('ParameterGroupFamily', {
    Type: 'String',
    Description: `Family of the parameter group that fits the engine version, such as ${engine === 'aurora-mysql' ? 'aurora-mysql8.0' : 'aurora-postgresql16'}.`,
  });
}
