import { familiesFact } from '../../../facts/engine-versions.ts';
import * as limits from '../../../facts/generated/limits.ts';
import * as resourceTypes from '../../../facts/generated/resource-types.ts';
import { primaryShape } from '../cluster.ts';
import { text } from '../scalar.ts';
import { type Properties, record } from '../shape.ts';
import { inCloudFormation, resourceType } from './resource-type.ts';
import { tags } from './tags.ts';

const beginning = {
  Family: text(
    {
      summary: 'Engine and major version for which the parameters are.',
      example: 'aurora-postgresql16',
      facts: [familiesFact],
    },
    'parameterFamily',
  ),
  Description: text({ summary: 'What the group is for.', example: 'Parameters of the cluster' }),
};

const nameOf = (kind: string): Properties => ({
  [kind]: text({
    summary: 'Name of the parameter group.',
    default: 'a name that CloudFormation makes up',
    facts: [limits.parameter_group_name],
  }),
});

/** `AWS::RDS::DBClusterParameterGroup`. */
export const dbClusterParameterGroup = resourceType(
  resourceTypes.db_cluster_parameter_group,
  'Parameters of the engine that hold for a whole cluster.',
  {
    ...beginning,
    Parameters: inCloudFormation(primaryShape.properties.parameters, { summary: 'Parameters with their values.' }),
    ...nameOf('DBClusterParameterGroupName'),
    Tags: tags,
  },
  ['Family', 'Description', 'Parameters'],
);

/** `AWS::RDS::DBParameterGroup`. */
export const dbParameterGroup = resourceType(
  resourceTypes.db_parameter_group,
  'Parameters of the engine that hold for single instances.',
  {
    ...beginning,
    Parameters: record(text({ summary: 'The value of the parameter.' }), { summary: 'Parameters with their values.' }),
    ...nameOf('DBParameterGroupName'),
    Tags: tags,
  },
  ['Family', 'Description'],
);
