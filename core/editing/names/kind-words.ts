import type { NameKind } from './name.ts';

/** What a kind of name is called in a sentence. */
export const kindWords: Readonly<Record<NameKind, string>> = {
  instance: 'instance',
  cluster: 'cluster',
  globalDatabase: 'global database',
  endpoint: 'custom endpoint',
  scenario: 'scenario',
  sageMakerEndpoint: 'SageMaker endpoint',
  sqlFunction: 'function or procedure',
  snapshot: 'snapshot',
  region: 'Region',
  availabilityZone: 'AZ',
  anchor: 'anchor',
  parameter: 'parameter',
  resource: 'resource',
  condition: 'condition',
  mapping: 'mapping',
  mappingKey: 'key of the mapping',
  substitution: 'variable of this Fn::Sub',
  loopVariable: 'variable of this loop',
  parameterGroup: 'parameter group',
  subnetGroup: 'subnet group',
};
