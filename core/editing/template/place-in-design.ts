import { type Cluster, clustersOf, type Design } from '../../design/design.ts';
import type { Path } from '../../design/path.ts';
import { designName } from '../../design/readers/template/property-name.ts';
import type { Resource } from '../../design/readers/template/template-syntax.ts';

/** The primary, or the only secondary of a design that has no primary of its own. */
export function clusterPath({ primary }: Design): Path {
  return primary.presence === 'known' ? ['primary'] : ['secondaries', 0];
}

const onTop = new Set(['engine', 'engineVersion', 'databaseName', 'masterUsername', 'masterUserPassword']);

/** Names that designs have for properties, where those of the type are others. */
const renamed: Readonly<Record<string, string>> = {
  DBClusterEndpointIdentifier: 'id',
  CustomEndpointType: 'type',
  PredefinedMetricType: 'metric',
};

/** Where a property of a resource stands in a design; `indexIn` looks a resource up in a list of the design. */
export function placeOf(
  design: Design,
  holder: Path,
  { type }: Resource,
  property: Path,
  indexIn: (items: readonly { readonly path: Path }[]) => number,
): Path {
  const names = property.map((step, index) => {
    if (typeof step === 'number' || property[index - 1] === 'Parameters') return step;
    return renamed[step] ?? designName(step);
  });
  const cluster = clustersOf(design).find(({ path }) => path[0] === holder[0]);
  const list = (name: 'instances' | 'endpoints') => [...holder, name, indexIn(itemsOf(cluster, name)), ...names];
  switch (type) {
    case 'AWS::RDS::DBCluster':
      return onTop.has(String(names[0])) ? names : [...holder, ...names];
    case 'AWS::RDS::DBInstance':
      return list('instances');
    case 'AWS::RDS::DBClusterEndpoint':
      return list('endpoints');
    case 'AWS::RDS::GlobalCluster':
      return names;
    case 'AWS::ApplicationAutoScaling::ScalableTarget':
    case 'AWS::ApplicationAutoScaling::ScalingPolicy':
      return [...holder, 'autoScaling', names.at(-1) ?? ''];
    default:
      return [...holder, ...names];
  }
}

function itemsOf(cluster: Cluster | undefined, name: 'instances' | 'endpoints'): readonly { readonly path: Path }[] {
  return cluster?.[name].items ?? [];
}
