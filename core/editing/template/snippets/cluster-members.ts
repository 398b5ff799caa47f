import { known } from '../../../design/node.ts';
import { volumeZonesOf } from '../../../design/placement.ts';
import { ref } from '../../../design/writers/cloudformation/template-value.ts';
import * as limits from '../../../facts/generated/limits.ts';
import { freeName } from '../../snippets/free-name.ts';
import { nextInstance } from '../../snippets/reader.ts';
import { TabStop } from '../template-snippet.ts';
import type { ClusterOfSnippet } from './cluster-of-snippet.ts';
import { freeLogicalId, type ResourceSnippet } from './resource-snippet.ts';

/** A reader like the writer, in the AZ of the cluster with the fewest instances where its AZs are known. */
export function readerSnippet(of: ClusterOfSnippet): ResourceSnippet | undefined {
  const { cluster, design, instances, resource, syntax } = of;
  const [model] = instances;
  if (cluster === undefined || design === undefined) return undefined;
  if (instances.length >= limits.instances_per_cluster_max.value) return undefined;
  const zone = emptiestZone(of);
  const { name, instanceClass } = nextInstance(design, cluster);
  const hasNames = instances.length > 0 && cluster.instances.items.every(({ id }) => known(id) !== undefined);
  const like = (property: string) => (model === undefined ? undefined : of.written(model, property));
  const kind = model === undefined ? 'writer' : 'reader';
  const logicalId = freeLogicalId(syntax, `${of.logicalId}${model === undefined ? 'Writer' : 'Reader'}`);
  const detail = `of ${of.logicalId}${zone === undefined ? '' : ', in its AZ with the fewest instances'}`;
  return {
    label: `${kind}${zone === undefined ? '' : ` in ${zone}`}`,
    detail,
    resources: {
      [logicalId]: {
        Type: 'AWS::RDS::DBInstance',
        Condition: resource.condition,
        DependsOn: model?.logicalId,
        Properties: {
          DBClusterIdentifier: ref(of.logicalId),
          Engine: like('Engine') ?? of.written(resource, 'Engine'),
          DBInstanceClass: like('DBInstanceClass') ?? new TabStop(instanceClass, true),
          DBInstanceIdentifier: hasNames ? name : undefined,
          AvailabilityZone: zone,
          DBParameterGroupName: like('DBParameterGroupName'),
          PubliclyAccessible: like('PubliclyAccessible') ?? false,
        },
      },
    },
  };
}

/** Of the AZs that are written out, the one with the fewest instances; undefined where Aurora is left to choose. */
function emptiestZone({ cluster }: ClusterOfSnippet): string | undefined {
  if (cluster === undefined) return undefined;
  const zones = volumeZonesOf(cluster);
  const isOpen = cluster.instances.items.some(({ availabilityZone }) => availabilityZone.presence === 'unknown');
  if (isOpen) return undefined;
  const listed = zones.filter(({ origin }) => origin === 'listed');
  const stated = listed.length > 1 ? listed : zones.filter(({ origin }) => origin === 'instance');
  const count = (zone: string) =>
    cluster.instances.items.filter(({ availabilityZone }) => known(availabilityZone) === zone).length;
  return stated.length < 2 ? undefined : stated.toSorted((a, b) => count(a.name) - count(b.name))[0]?.name;
}

/** A custom endpoint for all readers, those of tomorrow too; none where it has no reader to lead to. */
export function endpointSnippet(of: ClusterOfSnippet): ResourceSnippet | undefined {
  const { cluster, instances, readers, resource, syntax } = of;
  const taken = cluster?.endpoints.items.flatMap(({ id }) => known(id) ?? []) ?? [];
  if (readers.length < 2 || taken.length >= limits.custom_endpoints_max.value) return undefined;
  const prefix = cluster && known(cluster.clusterIdentifier)?.toLowerCase();
  const name = [prefix, 'reports'].filter((part) => part !== undefined).join('-');
  const logicalId = freeLogicalId(syntax, `${of.logicalId}Reports`);
  return {
    label: 'custom endpoint for all readers',
    detail: `of ${of.logicalId}; readers that are added later answer too`,
    resources: {
      [logicalId]: {
        Type: 'AWS::RDS::DBClusterEndpoint',
        Condition: resource.condition,
        DependsOn: instances.map((one) => one.logicalId),
        Properties: {
          DBClusterIdentifier: ref(of.logicalId),
          DBClusterEndpointIdentifier: new TabStop(taken.includes(name) ? freeName(name, new Set(taken)) : name, true),
          CustomEndpointType: 'READER',
        },
      },
    },
  };
}
