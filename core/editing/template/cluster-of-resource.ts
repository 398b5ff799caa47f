import { referencesIn } from '../../design/readers/template/dependencies.ts';
import { entryOf, textUnder } from '../../design/readers/template/expression.ts';
import type { Resource, TemplateSyntax } from '../../design/readers/template/template-syntax.ts';
import { probe } from '../probe-text.ts';

const clusterType = 'AWS::RDS::DBCluster';
const targetType = 'AWS::ApplicationAutoScaling::ScalableTarget';

/** Properties with which resources name their cluster. */
const naming = ['DBClusterIdentifier', 'ResourceId', 'ScalingTargetId'];

/**
 * The cluster to whose design a resource belongs: itself, the one that it names, the one that names it; where it names
 * none yet, the only one of the template.
 */
export function clusterOf(syntax: TemplateSyntax, resource: Resource): Resource | undefined {
  const { logicalId, type, properties } = resource;
  if (type === clusterType) return resource;
  const clusters = [...syntax.resources.values()].filter((one) => one.type === clusterType);
  if (type === 'AWS::RDS::GlobalCluster') return undefined;
  if (/Group$/.test(type)) {
    const family = textUnder(properties, 'Family') ?? probe;
    const naming = clusters.find((one) => one.properties !== undefined && referencesIn(one.properties).has(logicalId));
    return naming ?? (family === probe ? soleCluster(syntax) : undefined);
  }
  for (const name of naming) {
    const written = entryOf(properties, name)?.value;
    if (written === undefined || written.kind === 'nothing') continue;
    const referred = [...referencesIn(written)].flatMap((one) => syntax.resources.get(one) ?? []);
    const cluster = referred.find((one) => one.type === clusterType);
    if (cluster !== undefined) return cluster;
    const target = referred.find((one) => one.type === targetType);
    if (target !== undefined) return type === targetType ? undefined : clusterOf(syntax, target);
    if (written.kind !== 'scalar' || written.text.includes(probe)) continue;
    const text = written.text.replace(/^cluster:/, '').toLowerCase();
    return clusters.find((one) => textUnder(one.properties, 'DBClusterIdentifier')?.toLowerCase() === text);
  }
  return soleCluster(syntax);
}

/** The only cluster of a template. */
export function soleCluster({ resources }: TemplateSyntax): Resource | undefined {
  const [only, ...others] = [...resources.values()].filter(({ type }) => type === clusterType);
  return others.length === 0 ? only : undefined;
}
