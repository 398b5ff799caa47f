import { groupsAt, textAt } from '../../content/design-content.ts';
import type { ExportedCluster } from './exported-cluster.ts';
import type { TemplateDraft } from './template-draft.ts';
import { ref, type TemplateValue } from './template-value.ts';

/** The subnet group of a cluster: the one that the blueprint names, or one of its subnets or of those asked for. */
export function subnetGroupName({ cluster, identifier }: ExportedCluster, draft: TemplateDraft): TemplateValue {
  const name = textAt(cluster, 'dbSubnetGroupName');
  const subnets = groupsAt(cluster, 'subnets').flatMap(({ id }) => (id === undefined ? [] : [id as string]));
  if (name !== undefined && subnets.length === 0) return name;
  const group = draft.add('SubnetGroup', {
    type: 'AWS::RDS::DBSubnetGroup',
    properties: {
      DBSubnetGroupDescription: `Subnets of the cluster ${identifier}`,
      DBSubnetGroupName: name,
      SubnetIds: subnets.length === 0 ? askedForSubnets(draft) : subnets,
    },
  });
  return ref(group);
}

/** The subnets of the stack, for a blueprint that names none. */
export function askedForSubnets(draft: TemplateDraft): TemplateValue {
  return draft.parameter('SubnetIds', {
    Type: 'List<AWS::EC2::Subnet::Id>',
    Description: 'Subnets of the cluster, in at least two Availability Zones.',
  });
}
