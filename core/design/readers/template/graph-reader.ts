import type { Range } from '../../../text/range.ts';
import { formatPath, type Path } from '../../path.ts';
import {
  type GraphResource,
  type GraphValue,
  isGiven,
  type ResourceAttribute,
  type ResourceGraph,
  valueAt,
} from '../../resource-graph.ts';
import { Locator } from '../locator.ts';
import { isAuroraCluster, isAuroraEngine } from './aurora-engine.ts';
import { namesCluster } from './belonging.ts';
import { type Dependencies, functionsIn, referencesIn } from './dependencies.ts';
import { entryOf } from './expression.ts';
import { graphValue } from './graph-value.ts';
import { partIn } from './group.ts';
import type { Part } from './part.ts';
import { designName } from './property-name.ts';
import type { Resolved } from './resolved.ts';
import type { Resolver } from './resolver.ts';
import type { Resources } from './resources.ts';
import type { Resource } from './template-syntax.ts';

interface Source {
  readonly text: string;
  readonly resolver: Resolver;
  readonly resources: Resources;
  readonly dependencies: Dependencies;
}

/** Reads the resources of a template in one case, and notes where what is looked at stands. */
export class GraphReader implements ResourceGraph {
  readonly locator = new Locator();
  /** Parameters whose Default is a value, by the path of the value. */
  readonly defaults = new Map<string, readonly string[]>();
  readonly #source: Source;
  readonly #resources: Resources;
  readonly #seen = new Map<string, GraphResource>();
  readonly #ofType = new Map<string, () => readonly GraphResource[]>();
  readonly #clusters: () => readonly GraphResource[];
  readonly #instances: () => readonly GraphResource[];

  constructor(source: Source) {
    const { reliance } = source.resolver;
    this.#source = source;
    this.#resources = source.resources;
    this.#clusters = reliance.memo(() => this.ofType('AWS::RDS::DBCluster').filter((one) => this.#isAurora(one)));
    this.#instances = reliance.memo(() => this.ofType('AWS::RDS::DBInstance').filter((one) => this.#isMember(one)));
  }

  get isOpen(): boolean {
    return this.#resources.isOpen;
  }

  get clusters(): readonly GraphResource[] {
    return this.#clusters();
  }

  get instances(): readonly GraphResource[] {
    return this.#instances();
  }

  ofType(type: string): readonly GraphResource[] {
    const known = this.#ofType.get(type);
    if (known !== undefined) return known();
    const { reliance, template } = this.#source.resolver;
    const resources = reliance.memo(() =>
      [...template.resources.values()]
        .filter((resource) => resource.type === type)
        .map((resource) => this.#see(resource))
        .filter(({ exists }) => exists !== false),
    );
    this.#ofType.set(type, resources);
    return resources();
  }

  referredTo(value: GraphValue): GraphResource | undefined {
    const logicalId = value.kind === 'unknown' ? value.resource : undefined;
    const resource = this.#source.resolver.template.resources.get(logicalId ?? '');
    if (resource === undefined) return undefined;
    const seen = this.#see(resource);
    return seen.exists === false ? undefined : seen;
  }

  names(value: GraphValue, { logicalId }: GraphResource): boolean | undefined {
    if (value.kind === 'unknown' && value.resource !== undefined) return value.resource === logicalId;
    const cluster = this.#source.resolver.template.resources.get(logicalId);
    return cluster === undefined ? undefined : namesCluster(partOf(value), this.#resources.resolve(cluster));
  }

  createdBefore({ logicalId }: GraphResource): ReadonlySet<string> {
    return this.#source.dependencies.of(logicalId);
  }

  /** Whether an instance belongs to an Aurora cluster: by its engine, or by the cluster that it names. */
  #isMember(instance: GraphResource): boolean {
    const engine = instance.property('Engine');
    if (engine.kind === 'scalar') return isAuroraEngine(engine.text);
    const cluster = this.referredTo(instance.property('DBClusterIdentifier'));
    return cluster === undefined ? isGiven(instance.property('DBClusterIdentifier')) : this.#isAurora(cluster);
  }

  #isAurora({ logicalId }: GraphResource): boolean {
    const { text, resolver } = this.#source;
    const cluster = resolver.template.resources.get(logicalId);
    return cluster !== undefined && isAuroraCluster(this.#resources.resolve(cluster), resolver.template, text);
  }

  #see(resource: Resource): GraphResource {
    // Asked each time, so that whoever looks is known to rest on the condition.
    const { exists } = this.#resources.resolve(resource);
    const known = this.#seen.get(resource.logicalId);
    if (known !== undefined) return known;
    const { logicalId, type, key, condition, dependsOn } = resource;
    const path = ['Resources', logicalId];
    this.locator.add({ path, key, value: key, whole: key, shared: false });
    const properties = new Map<string, () => GraphValue>();
    const seen: GraphResource = {
      logicalId,
      type,
      path,
      exists,
      condition,
      dependsOn,
      property: (name = '', ...deeper) => {
        const read = properties.get(name) ?? this.#source.resolver.reliance.memo(() => this.#property(resource, name));
        properties.set(name, read);
        return deeper.length === 0 ? read() : valueAt(read(), ...deeper);
      },
      attribute: (name) => this.#attribute(resource, name),
      isFixed: (name) => this.#isFixed(resource, name),
    };
    this.#seen.set(logicalId, seen);
    return seen;
  }

  #property(resource: Resource, name: string): GraphValue {
    const { properties } = this.#resources.resolve(resource);
    const part = partIn(properties, designName(name));
    const path = ['Resources', resource.logicalId, 'Properties', name];
    if (part?.kind === 'value') return this.#note(part.value, path, part.key);
    return properties.isOpen ? { kind: 'unknown', path, identity: '' } : { kind: 'absent', path };
  }

  #isFixed({ content }: Resource, name: string): boolean {
    const expression = entryOf(entryOf(content, 'Properties')?.value, name)?.value;
    if (expression === undefined || functionsIn(expression).has('Fn::If')) return false;
    const { parameters } = this.#source.resolver.template;
    return ![...referencesIn(expression)].some((reference) => parameters.has(reference));
  }

  #attribute({ logicalId, content }: Resource, name: ResourceAttribute): GraphValue {
    const path = ['Resources', logicalId, name];
    const entry = entryOf(content, name);
    return entry === undefined
      ? { kind: 'absent', path }
      : this.#note(this.#source.resolver.resolve(entry.value), path, entry.key);
  }

  /** Notes where a value and all inside it stand. */
  #note(resolved: Resolved, path: Path, key: Range | undefined): GraphValue {
    const { range } = resolved;
    const whole = key === undefined || range.end < key.end ? range : { start: key.start, end: range.end };
    this.locator.add({ path, value: range, whole, shared: false, ...(key === undefined ? {} : { key }) });
    if (resolved.kind === 'scalar') this.defaults.set(formatPath(path), resolved.defaults);
    if (resolved.kind === 'list')
      for (const [index, item] of resolved.items.entries()) this.#note(item, [...path, index], undefined);
    if (resolved.kind === 'map')
      for (const [name, entry] of resolved.entries) this.#note(entry.value, [...path, name], entry.key);
    return graphValue(resolved, path);
  }
}

/** A value as it is compared with the identifier of a cluster. */
function partOf(value: GraphValue): Part | undefined {
  const range = { start: 0, end: 0 };
  if (value.kind === 'absent') return undefined;
  if (value.kind === 'scalar') return { kind: 'value', path: value.path, value: { ...value, defaults: [], range } };
  const { identity, resource } = value.kind === 'unknown' ? value : { identity: '', resource: undefined };
  const unknown: Resolved = { kind: 'unknown', identity, range, ...(resource === undefined ? {} : { resource }) };
  return { kind: 'value', path: value.path, value: unknown };
}
