import { type Cluster, clustersOf, type Design } from '../../design/design.ts';
import { engineVersionOf } from '../../design/engine-version.ts';
import { resourceTypeOf } from '../../design/format/resource-types/resource-types.ts';
import { known } from '../../design/node.ts';
import { placementsOf } from '../../design/placement.ts';
import { writerOf } from '../../design/promotion.ts';
import type { Parameter, Resource, TemplateSyntax } from '../../design/readers/template/template-syntax.ts';
import { engineName } from '../../facts/engine-versions.ts';
import { escapeMarkdown, factAsMarkdown } from '../markdown.ts';
import { clusterOf } from './cluster-of-resource.ts';
import { expressionText } from './expression-text.ts';
import { attributesOf } from './names-for-call.ts';
import { pseudoParameter } from './pseudo-parameters.ts';
import type { ResourcePlaces } from './resource-places.ts';
import { sayInCases } from './say-in-cases.ts';

/** What a name that a function or an attribute refers to is, as Markdown; undefined for one that nothing declares. */
export function describeName(places: ResourcePlaces, name: string): string | undefined {
  const [logicalId = '', ...attribute] = name.split('.');
  const { parameters, resources } = places.syntax;
  const resource = resources.get(logicalId);
  if (attribute.length > 0) return resource && describeAttribute(resource, attribute.join('.'));
  const parameter = parameters.get(name);
  if (parameter !== undefined) return describeParameter(name, parameter);
  const given = pseudoParameter(name);
  if (given !== undefined) return `**${name}**: ${given}.`;
  return resource && describeResource(places, resource);
}

/** A parameter: its type, what it can be, and what it is when nobody says. */
function describeParameter(name: string, { type, default: given, allowedValues }: Parameter): string {
  const lines = [`**${escapeMarkdown(name)}**, a parameter of type ${escapeMarkdown(type)}`];
  if (given?.kind === 'scalar') {
    lines.push(`Default: \`${given.text}\`; another value can be given when the stack is deployed.`);
  } else {
    lines.push('It has no Default: its value is given when the stack is deployed.');
  }
  if (allowedValues !== undefined) lines.push(`Allowed: ${allowedValues.map((value) => `\`${value}\``).join(', ')}`);
  return lines.join('\n\n');
}

/** A condition: what it says. */
export function describeCondition({ conditions }: TemplateSyntax, name: string): string | undefined {
  const expression = conditions.get(name);
  return expression && `**${escapeMarkdown(name)}**, a condition: \`${expressionText(expression)}\``;
}

function describeAttribute(resource: Resource, attribute: string): string | undefined {
  const known = attributesOf(resource).find(({ value }) => value === attribute);
  if (known === undefined) return undefined;
  const { detail = '', documentation = '' } = known;
  return `**${escapeMarkdown(`${resource.logicalId}.${attribute}`)}**: ${detail}. AWS gives it when ${escapeMarkdown(resource.logicalId)} is created.\n\n${documentation}`;
}

/** A resource: its type, what it is in its cluster, and when it exists. */
export function describeResource(places: ResourcePlaces, resource: Resource): string {
  const { logicalId, type, condition } = resource;
  const found = resourceTypeOf(type);
  const lines = [`**${escapeMarkdown(logicalId)}** ${escapeMarkdown(type)}`];
  const role = found === undefined ? undefined : roleOf(places, resource);
  if (role !== undefined) lines.push(role);
  const exists = condition === undefined ? undefined : describeCondition(places.syntax, condition);
  if (exists !== undefined) lines.push(`It exists only with ${exists}`);
  if (found !== undefined) {
    lines.push(escapeMarkdown(found.shape.documentation.summary), factAsMarkdown(found.returns));
  }
  return lines.join('\n\n');
}

/** What a cluster or an instance is in the design, in each case. */
function roleOf(places: ResourcePlaces, resource: Resource): string | undefined {
  const isInstance = resource.type === 'AWS::RDS::DBInstance' && clusterOf(places.syntax, resource) !== undefined;
  if (!isInstance && resource.type !== 'AWS::RDS::DBCluster') return undefined;
  return sayInCases(
    places.ask(resource, [], ({ design, path }) => {
      const cluster = clustersOf(design).find(({ presence }) => presence === 'known');
      if (cluster === undefined) return undefined;
      return isInstance ? describeInstance(design, cluster, Number(path.at(-1))) : describeCluster(design, cluster);
    }),
  );
}

function describeCluster(design: Design, cluster: Cluster): string {
  const engine = known(design.engine);
  const version = known(engineVersionOf(design, cluster));
  const product =
    engine === undefined ? 'A cluster' : [engineName(engine), version].filter((one) => one !== undefined).join(' ');
  const { items, presence } = cluster.instances;
  if (presence !== 'known') return `${product}. Which instances it has cannot be told.`;
  const writer = writerOf(design, cluster);
  const id = writer && known(writer.id);
  const writes = id === undefined ? '' : `; ${id} writes`;
  return `${product} with ${items.length} ${items.length === 1 ? 'instance' : 'instances'}${writes}.`;
}

function describeInstance(design: Design, cluster: Cluster, index: number): string | undefined {
  const placed = placementsOf(cluster)[index];
  if (placed === undefined) return undefined;
  const { instance, availabilityZone, chosenBy } = placed;
  const role = writerOf(design, cluster) === instance ? 'The writer' : 'A reader';
  const size = known(instance.class);
  const name = known(cluster.clusterIdentifier);
  const parts = [size, chosenBy === 'design' ? availabilityZone : undefined].filter((one) => one !== undefined);
  return `${role}${name === undefined ? '' : ` of ${name}`}${parts.length === 0 ? '' : `: ${parts.join(', ')}`}.`;
}
