import * as limits from '../../../facts/generated/limits.ts';
import * as resourceTypes from '../../../facts/generated/resource-types.ts';
import { instanceShape } from '../instance.ts';
import { boolean, text } from '../scalar.ts';
import { described, inCloudFormation, resourceType } from './resource-type.ts';
import { tags } from './tags.ts';

const instance = instanceShape.properties;

/** `AWS::RDS::DBInstance`, as a member of an Aurora cluster. */
export const dbInstance = resourceType(
  resourceTypes.db_instance,
  'A DB instance of an Aurora cluster. The instance that is created first becomes the writer.',
  {
    DBClusterIdentifier: text({
      summary: 'The cluster of the instance; without it the instance is none of Aurora.',
      facts: [limits.instance_engine_match],
    }),
    Engine: inCloudFormation(instance.engine, { default: 'none: CloudFormation wants it' }),
    DBInstanceClass: instance.class,
    DBInstanceIdentifier: inCloudFormation(instance.id, { default: 'a name that CloudFormation makes up' }),
    ...described(instance, [
      'AvailabilityZone',
      'PromotionTier',
      'PubliclyAccessible',
      'DBParameterGroupName',
      'EnablePerformanceInsights',
      'PerformanceInsightsRetentionPeriod',
    ]),
    PerformanceInsightsKMSKeyId: text({ summary: 'KMS key of the Performance Insights data of this instance.' }),
    ...described(instance, [
      'MonitoringInterval',
      'MonitoringRoleArn',
      'AutoMinorVersionUpgrade',
      'PreferredMaintenanceWindow',
      'CACertificateIdentifier',
    ]),
    CertificateRotationRestart: boolean({
      summary: 'Whether the instance restarts when its certificate is rotated.',
      default: 'true',
    }),
    ...described(instance, ['DBSubnetGroupName']),
    Tags: tags,
  },
  ['DBClusterIdentifier', 'Engine', 'DBInstanceClass'],
);
