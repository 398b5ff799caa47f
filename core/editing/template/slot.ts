import { blueprintShape } from '../../design/format/blueprint.ts';
import { resourceTypeOf } from '../../design/format/resource-types/resource-types.ts';
import type { Shape } from '../../design/format/shape.ts';
import { shapeAt } from '../../design/format/shape-at.ts';
import type { Path } from '../../design/path.ts';
import { isAuroraEngine } from '../../design/readers/template/aurora-engine.ts';
import { textUnder } from '../../design/readers/template/expression.ts';
import type { Resource, TemplateSyntax } from '../../design/readers/template/template-syntax.ts';
import { probe } from '../probe-text.ts';
import { propertyAsMarkdown } from '../property-documentation.ts';
import { soleCluster } from './cluster-of-resource.ts';
import { parameterUse } from './parameter-use.ts';
import { replacementAsMarkdown } from './replacement-documentation.ts';
import type { DesignPlace, InCases, ResourcePlaces } from './resource-places.ts';

/** A place of a template of which something is known. */
export interface Slot {
  readonly shape: Shape;
  /** The resource whose property it is; undefined in the Metadata. */
  readonly resource: Resource | undefined;
  /** The property, and what stands in it. */
  readonly property: Path;
  /** Keys of which one excludes the others. */
  readonly alternatives: readonly (readonly string[])[];
  /** What a property is for and what a change of it does; as Markdown. `key` is one below this place. */
  document(shape: Shape, key?: string): string;
  /** What there is to say of the place in the designs of the template. */
  ask<T>(answer: (place: DesignPlace) => T): readonly InCases<T>[];
}

/** What is known of a path of a template; undefined where nothing of Aurora stands. */
export function slotAt(places: ResourcePlaces, path: Path): Slot | undefined {
  const [section, name, attribute, ...property] = path;
  if (section === 'Resources' && attribute === 'Properties') {
    const resource = resourceAt(places.syntax, String(name));
    return resource === undefined ? undefined : propertySlot(places, resource, property);
  }
  if (section === 'Parameters' && (attribute === 'Default' || attribute === 'AllowedValues')) {
    const use = parameterUse(places.syntax, String(name));
    return use && propertySlot(places, use.resource, use.property);
  }
  return section === 'Metadata' && name === 'AuroraBlueprint' ? metadataSlot(places, path.slice(2)) : undefined;
}

function propertySlot(places: ResourcePlaces, resource: Resource, property: Path): Slot | undefined {
  const type = isOfAurora(resource, property) ? resourceTypeOf(resource.type) : undefined;
  const shape = type && shapeAt(type.shape, property);
  if (type === undefined || shape === undefined) return undefined;
  return {
    shape,
    resource,
    property,
    alternatives: property.length === 0 ? type.alternatives : [],
    document: (described, key) => {
      const changed = replacementAsMarkdown(resource.type, key === undefined ? property : [...property, key]);
      return [propertyAsMarkdown(described), changed].filter((part) => part !== undefined).join('\n\n');
    },
    ask: (answer) => places.ask(resource, property, answer),
  };
}

/** What no resource has a property for stands in the Metadata in the words of a blueprint. */
function metadataSlot(places: ResourcePlaces, property: Path): Slot | undefined {
  const shape = property[0] === 'ignore' ? undefined : shapeAt(blueprintShape, property);
  const cluster = soleCluster(places.syntax);
  if (shape === undefined || cluster === undefined) return undefined;
  return {
    shape,
    resource: undefined,
    property,
    alternatives: [],
    document: (described) => propertyAsMarkdown(described),
    ask: (answer) => places.ask(cluster, [], ({ design }) => answer({ design, path: property })),
  };
}

/** The resource of a logical id; in a loop the id has variables, and the loop makes several of which one will do. */
export function resourceAt({ resources }: TemplateSyntax, logicalId: string): Resource | undefined {
  const known = resources.get(logicalId);
  if (known !== undefined || !/[$&]\{/.test(logicalId)) return known;
  const parts = logicalId.split(/[$&]\{[^}]*\}/);
  const first = parts[0] ?? '';
  const last = parts.at(-1) ?? '';
  return [...resources.values()].find((one) => one.logicalId.startsWith(first) && one.logicalId.endsWith(last));
}

/** Whether a resource may be one of Aurora: an engine or a service that is written out can say that it is not. */
export function isOfAurora({ properties }: Resource, [property]: Path): boolean {
  const engine = textUnder(properties, 'Engine');
  const service = textUnder(properties, 'ServiceNamespace');
  const isOther = engine !== undefined && engine !== probe && !isAuroraEngine(engine);
  if (isOther && property !== 'Engine') return false;
  const family = textUnder(properties, 'Family') ?? probe;
  if (family !== probe && !family.startsWith('aurora') && property !== 'Family') return false;
  return service === undefined || service === probe || service === 'rds';
}
