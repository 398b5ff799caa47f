import * as limits from '../../../facts/generated/limits.ts';
import * as resourceTypes from '../../../facts/generated/resource-types.ts';
import { blueprintShape } from '../blueprint.ts';
import { text } from '../scalar.ts';
import { described, inCloudFormation, resourceType } from './resource-type.ts';
import { tags } from './tags.ts';

const { primary, engine, engineVersion } = blueprintShape.properties;

/** `AWS::RDS::GlobalCluster`. */
export const globalCluster = resourceType(
  resourceTypes.global_cluster,
  'An Aurora global database: the clusters of several Regions name it, one of them takes writes.',
  {
    Engine: engine,
    EngineVersion: engineVersion,
    GlobalClusterIdentifier: text({
      summary: 'Name of the global database.',
      default: 'a name that CloudFormation makes up',
      facts: [limits.global_identifier],
    }),
    SourceDBClusterIdentifier: text({
      summary: 'The cluster that becomes its primary; engine, version and encryption are those of the cluster.',
      facts: [limits.global_source_exclusive],
    }),
    StorageEncrypted: inCloudFormation(primary.properties.storageEncrypted),
    ...described(primary.properties, ['DeletionProtection', 'EngineLifecycleSupport']),
    Tags: tags,
  },
  [],
  [
    ['SourceDBClusterIdentifier', 'Engine'],
    ['SourceDBClusterIdentifier', 'EngineVersion'],
    ['SourceDBClusterIdentifier', 'StorageEncrypted'],
  ],
);
