import { regionOfAvailabilityZone } from '../../../facts/regions.ts';
import type { Design } from '../../design.ts';
import type { CaseResources } from './case-resources.ts';
import { DesignReader } from './design-reader.ts';
import { extend, partIn, pick, textIn } from './group.ts';
import { type GroupPart, impliedPart, type Part, unknownPart } from './part.ts';
import type { Resource } from './template-syntax.ts';

/**
 * The design that a resource makes up by itself: of a cluster that stands elsewhere, or is not written yet, nothing else
 * is known. An instance, an endpoint or a scalable target is the first of that cluster.
 */
export function loneDesign(resource: Resource, { resources, reliance }: CaseResources): Design {
  const { properties } = resources.resolve(resource);
  return new DesignReader(reliance).readDesign(designOf(resource.type, properties));
}

function designOf(type: string, properties: GroupPart): GroupPart {
  const nothing: GroupPart = { ...properties, parts: new Map(), isOpen: true };
  const withCluster = (parts: Readonly<Record<string, () => Part | undefined>>) =>
    extend(nothing, {
      engine: () => partIn(properties, 'engine'),
      engineVersion: () => partIn(properties, 'engineVersion'),
      primary: () => extend(nothing, { region: () => regionOf(properties), ...parts }),
    });
  const first = (item: GroupPart) => (): Part => ({ ...properties, kind: 'list', items: [item] });
  switch (type) {
    case 'AWS::RDS::DBInstance':
      return withCluster({ instances: first(properties) });
    case 'AWS::RDS::DBClusterEndpoint':
      return withCluster({ endpoints: first(pick(properties, { id: 'dBClusterEndpointIdentifier' })) });
    case 'AWS::RDS::DBClusterParameterGroup':
    case 'AWS::RDS::DBParameterGroup':
      return extend(withCluster({ parameters: () => partIn(properties, 'parameters') }), {
        engine: () => engineOf(properties),
      });
    default:
      return withCluster({});
  }
}

/** The Region that the AZ of an instance tells. */
function regionOf(properties: GroupPart): Part {
  const region = regionOfAvailabilityZone(textIn(properties, 'availabilityZone') ?? '');
  return region === undefined ? unknownPart(properties) : impliedPart(properties, region);
}

/** The engine for which a parameter group is, by its family. */
function engineOf(properties: GroupPart): Part | undefined {
  const [engine] = /^aurora-(mysql|postgresql)(?=\d)/.exec(textIn(properties, 'family') ?? '') ?? [];
  return engine === undefined ? undefined : impliedPart(properties, engine);
}
