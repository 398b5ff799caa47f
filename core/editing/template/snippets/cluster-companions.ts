import { engineVersionOf, supportsFeature, versionFamily } from '../../../design/engine-version.ts';
import { known } from '../../../design/node.ts';
import type { TemplateSyntax } from '../../../design/readers/template/template-syntax.ts';
import { Intrinsic, ref } from '../../../design/writers/cloudformation/template-value.ts';
import { engineName, parameterFamilies } from '../../../facts/engine-versions.ts';
import * as features from '../../../facts/generated/engine-features.ts';
import * as limits from '../../../facts/generated/limits.ts';
import { serverlessClass } from '../../../facts/instance-classes.ts';
import { parametersOf, parameterValues } from '../../values/parameters.ts';
import { TabStop } from '../template-snippet.ts';
import type { ClusterOfSnippet } from './cluster-of-snippet.ts';
import { freeLogicalId, type ResourceSnippet } from './resource-snippet.ts';

const { ServiceNamespace, ScalableDimension } = limits.as_dimension.value;

/** Auto scaling that keeps the readers there are and adds as many as three; none for Serverless v2, which scales by itself. */
export function autoScalingSnippet(of: ClusterOfSnippet): ResourceSnippet | undefined {
  const { cluster, instances, readers, resource, syntax } = of;
  const isServerless = cluster?.instances.items.some((instance) => known(instance.class) === serverlessClass) ?? true;
  if (readers.length === 0 || isServerless || cluster?.autoScaling.presence !== 'absent') return undefined;
  const [target, policy] = ['ScalingTarget', 'ScalingPolicy'].map((name) =>
    freeLogicalId(syntax, `${of.logicalId}${name}`),
  );
  if (target === undefined || policy === undefined) return undefined;
  const most = Math.min(limits.as_capacity.max, readers.length + 3);
  return {
    label: 'auto scaling of the readers by CPU',
    detail: `of ${of.logicalId}: ${readers.length} to ${most} readers, CPU at 60 percent`,
    resources: {
      [target]: {
        Type: 'AWS::ApplicationAutoScaling::ScalableTarget',
        Condition: resource.condition,
        DependsOn: instances.map(({ logicalId }) => logicalId),
        Properties: {
          ServiceNamespace,
          ScalableDimension,
          ResourceId: new Intrinsic('Sub', `cluster:\${${of.logicalId}}`),
          MinCapacity: new TabStop(`${readers.length}`, false),
          MaxCapacity: new TabStop(`${most}`, false),
        },
      },
      [policy]: {
        Type: 'AWS::ApplicationAutoScaling::ScalingPolicy',
        Condition: resource.condition,
        Properties: {
          PolicyName: new TabStop('readers-by-cpu', true),
          PolicyType: 'TargetTrackingScaling',
          ScalingTargetId: ref(target),
          TargetTrackingScalingPolicyConfiguration: {
            PredefinedMetricSpecification: { PredefinedMetricType: 'RDSReaderAverageCPUUtilization' },
            TargetValue: new TabStop('60', false),
            ScaleInCooldown: 300,
            ScaleOutCooldown: 300,
          },
        },
      },
    },
  };
}

/** A cluster parameter group of the family of the cluster's version; none where it has one, or its engine is unknown. */
export function parameterGroupSnippet(of: ClusterOfSnippet): ResourceSnippet | undefined {
  const { cluster, design, engine, resource, syntax } = of;
  const isFree = cluster?.dbClusterParameterGroupName.presence === 'absent';
  if (engine === undefined || cluster === undefined || design === undefined || !isFree) return undefined;
  const version = known(engineVersionOf(design, cluster));
  const family = (version && versionFamily(engine, version)) ?? parameterFamilies(engine).at(-1) ?? '';
  const parameters = parametersOf(engine).find(({ value }) => /^time_?zone$/.test(value));
  const [first] = parameterValues(engine, parameters?.value ?? '');
  if (parameters === undefined || first === undefined) return undefined;
  return {
    label: 'cluster parameter group',
    detail: `for ${of.logicalId}, which names it in DBClusterParameterGroupName`,
    resources: {
      [freeLogicalId(syntax, `${of.logicalId}Parameters`)]: {
        Type: 'AWS::RDS::DBClusterParameterGroup',
        Condition: resource.condition,
        Properties: {
          Family: version === undefined ? new TabStop(family, true) : family,
          Description: new TabStop(`${engineName(engine)} parameters of ${of.logicalId}`, true),
          Parameters: { [parameters.value]: new TabStop(first.value, true) },
        },
      },
    },
  };
}

/** A global database of which the cluster becomes the primary; none where the cluster cannot be in one. */
export function globalSnippet(of: ClusterOfSnippet): ResourceSnippet | undefined {
  const { cluster, design, engine, resource, syntax } = of;
  if (cluster === undefined || design === undefined || engine === undefined) return undefined;
  const hasGlobal = [...syntax.resources.values()].some(({ type }) => type === 'AWS::RDS::GlobalCluster');
  const version = known(engineVersionOf(design, cluster));
  const isMember = resource.properties?.kind === 'map' && resource.properties.entries.has('GlobalClusterIdentifier');
  const isManaged =
    cluster.manageMasterUserPassword.presence !== 'absent' && known(cluster.manageMasterUserPassword) !== false;
  const hasBurstable = cluster.instances.items.some((instance) => /^db\.t/.test(known(instance.class) ?? ''));
  const isSupported = supportsFeature(engine, version, features.global_database) !== 'no';
  if (hasGlobal || isMember || isManaged || hasBurstable || !isSupported) return undefined;
  const name = known(cluster.clusterIdentifier)?.toLowerCase() ?? 'orders';
  return {
    label: 'global database',
    detail: `${of.logicalId} becomes its primary`,
    resources: {
      [freeLogicalId(syntax, `${of.logicalId}Global`)]: {
        Type: 'AWS::RDS::GlobalCluster',
        Condition: resource.condition,
        DeletionPolicy: 'Retain',
        UpdateReplacePolicy: 'Retain',
        Properties: {
          GlobalClusterIdentifier: new TabStop(`${name}-global`, true),
          SourceDBClusterIdentifier: ref(of.logicalId),
          DeletionProtection: true,
        },
      },
    },
  };
}

/** A subnet group of the subnets of the template; none where it has fewer than two. */
export function subnetGroupSnippet(syntax: TemplateSyntax): ResourceSnippet | undefined {
  const subnets = [...syntax.resources.values()].filter(({ type }) => type === 'AWS::EC2::Subnet');
  if (subnets.length < limits.subnet_group_az_min.value) return undefined;
  return {
    label: 'subnet group',
    detail: 'of the subnets of the template',
    resources: {
      [freeLogicalId(syntax, 'SubnetGroup')]: {
        Type: 'AWS::RDS::DBSubnetGroup',
        Properties: {
          DBSubnetGroupDescription: new TabStop('Subnets of the cluster', true),
          SubnetIds: subnets.map(({ logicalId }) => ref(logicalId)),
        },
      },
    },
  };
}
