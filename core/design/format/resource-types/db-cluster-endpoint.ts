import * as limits from '../../../facts/generated/limits.ts';
import * as resourceTypes from '../../../facts/generated/resource-types.ts';
import { endpointShape } from '../cluster-groups.ts';
import { text } from '../scalar.ts';
import { described, inCloudFormation, resourceType } from './resource-type.ts';
import { tags } from './tags.ts';

const endpoint = endpointShape.properties;

/** `AWS::RDS::DBClusterEndpoint`. */
export const dbClusterEndpoint = resourceType(
  resourceTypes.db_cluster_endpoint,
  'A custom endpoint: a name that answers with chosen instances of a cluster.',
  {
    DBClusterIdentifier: text({ summary: 'The cluster of the endpoint.' }),
    DBClusterEndpointIdentifier: inCloudFormation(endpoint.id, {
      limits: '1 to 63 lower-case letters, digits or single hyphens; a letter first',
      facts: [limits.custom_endpoint_cfn],
    }),
    CustomEndpointType: inCloudFormation(endpoint.type, { default: 'none: CloudFormation wants it' }),
    ...described(endpoint, ['StaticMembers', 'ExcludedMembers']),
    Tags: tags,
  },
  ['DBClusterIdentifier', 'DBClusterEndpointIdentifier', 'CustomEndpointType'],
  [['StaticMembers', 'ExcludedMembers']],
);
