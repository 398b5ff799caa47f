import * as limits from '../../../facts/generated/limits.ts';
import * as resourceTypes from '../../../facts/generated/resource-types.ts';
import { text } from '../scalar.ts';
import { list } from '../shape.ts';
import { resourceType } from './resource-type.ts';
import { tags } from './tags.ts';

/** `AWS::RDS::DBSubnetGroup`. */
export const dbSubnetGroup = resourceType(
  resourceTypes.db_subnet_group,
  'The subnets, and so the AZs, in which the instances of a cluster may stand.',
  {
    DBSubnetGroupDescription: text({ summary: 'What the group is for.', example: 'Subnets of the cluster' }),
    SubnetIds: list(text({ summary: 'A subnet.', example: 'subnet-0123456789abcdef0' }), {
      summary: 'Subnets in at least two AZs; Aurora wants three.',
      facts: [limits.subnet_group_az_min, limits.subnets_per_group_max],
    }),
    DBSubnetGroupName: text({
      summary: 'Name of the subnet group.',
      default: 'a name that CloudFormation makes up',
      facts: [limits.subnet_group_name],
    }),
    Tags: tags,
  },
  ['DBSubnetGroupDescription', 'SubnetIds'],
);
