import { type Cluster, clustersOf, type Design, type Scenario } from '../../design/design.ts';
import { known, type Value } from '../../design/node.ts';
import { formatPath, type Path } from '../../design/path.ts';
import { memberReferences } from '../../design/references.ts';
import type { NameKind } from './name.ts';
import { type CollectedName, NameTable } from './name-table.ts';

/** A value of a design, or a key of it, that is a name. */
export interface DesignMention {
  /** Which of the designs of the file it stands in. */
  readonly design: number;
  readonly path: Path;
  readonly at: 'value' | 'key';
  readonly role: 'declaration' | 'reference';
  /** Of a declaration: path of what is declared. */
  readonly whole: Path;
  /** The name, where the value holds more than it: the identifier in an ARN. */
  readonly part?: string;
}

/** A name of a design with everywhere it stands. */
export type DesignName = CollectedName<DesignMention>;

/** The names that the designs of one file declare and refer to. Only names of clusters are known from design to design. */
export function designNames(designs: readonly Design[]): readonly DesignName[] {
  const found = new NameTable<DesignMention>();
  const parts = designs.map((design, index) => new NamesOfDesign(found, design, index));
  for (const part of parts) part.declare();
  for (const part of parts) part.refer();
  return found.names;
}

/** Words of scenarios that stand for no instance in particular. */
const roles = new Set(['writer', 'nobody']);

const arnOfCluster = /^arn:[^:]*:rds:([^:]*):[^:]*:cluster:([^:]+)$/;

/** Scope of clusters whose Region is not known: they may be meant in any. */
const anyRegion = 'file ?';

function regionScope({ region }: Cluster): string {
  const code = known(region);
  return code === undefined ? anyRegion : `file ${code}`;
}

class NamesOfDesign {
  readonly #found: NameTable<DesignMention>;
  readonly #design: Design;
  readonly #index: number;
  readonly #scope: string;

  constructor(found: NameTable<DesignMention>, design: Design, index: number) {
    this.#found = found;
    this.#design = design;
    this.#index = index;
    this.#scope = `${index}`;
  }

  declare(): void {
    this.#declareClusters();
    for (const cluster of clustersOf(this.#design)) {
      const scopes = [this.#scope, this.#scopeOf(cluster.path)];
      for (const { id, path } of cluster.instances.items) this.#declare('instance', id, path, scopes);
      for (const { id, path } of cluster.endpoints.items) this.#declare('endpoint', id, path);
      for (const { id, path } of cluster.snapshots.items) this.#declare('snapshot', id, path);
    }
    for (const { endpoints } of this.#design.machineLearning.items) {
      for (const { name, path } of endpoints.items) this.#declare('sageMakerEndpoint', name, path);
    }
    for (const scenario of this.#design.scenarios.items) {
      this.#declare('scenario', scenario.name, scenario.path);
      for (const { snapshot, path } of scenario.events.items) {
        this.#declare('snapshot', snapshot, path, [this.#scopeOf(scenario.path)]);
      }
    }
  }

  refer(): void {
    for (const cluster of clustersOf(this.#design)) {
      const scopes = [this.#scopeOf(cluster.path)];
      for (const member of memberReferences(cluster)) this.#refer('instance', member, scopes, false);
      this.#referToSource(cluster);
      this.#placesOf(cluster);
    }
    for (const { regions } of this.#design.machineLearning.items) {
      for (const region of regions.items) this.#place('region', region, 'reference');
    }
    for (const scenario of this.#design.scenarios.items) this.#referInScenario(scenario);
  }

  /** The name of the design is the identifier of clusters without one; otherwise that of the global database alone. */
  #declareClusters(): void {
    const { name } = this.#design;
    const clusters = clustersOf(this.#design);
    const nameless = clusters.filter(({ clusterIdentifier }) => clusterIdentifier.presence === 'absent');
    const kind = nameless.length > 0 ? 'cluster' : 'globalDatabase';
    this.#declare(kind, name, [], [this.#scope, 'file', ...nameless.map(regionScope)]);
    for (const cluster of clusters) {
      this.#declare('cluster', cluster.clusterIdentifier, cluster.path, [this.#scope, 'file', regionScope(cluster)]);
    }
  }

  /** The cluster of this file that another one is made from: by its identifier in the same Region, or by its ARN. */
  #referToSource(cluster: Cluster): void {
    const { clone, pointInTime } = cluster.origin;
    const secondary = this.#design.secondaries.items.find((candidate) => candidate === cluster);
    const sources = [clone.sourceDBClusterIdentifier, pointInTime.sourceDBClusterIdentifier];
    for (const source of [...sources, ...(secondary === undefined ? [] : [secondary.replicationSourceIdentifier])]) {
      const text = known(source);
      if (text === undefined) continue;
      const [, region = known(cluster.region), identifier = text] = arnOfCluster.exec(text) ?? [];
      const scopes = region === undefined ? ['file'] : [`file ${region}`, anyRegion];
      const name = this.#found.find('cluster', identifier, scopes, { isExact: false });
      const isItself = name?.mentions.some(({ design, whole }) => {
        return design === this.#index && formatPath(whole) === formatPath(cluster.path);
      });
      if (name === undefined || isItself === true) continue;
      const part = identifier === text ? {} : { part: identifier };
      name.mentions.push({ ...this.#mention(source.path, 'reference'), ...part });
    }
  }

  #placesOf(cluster: Cluster): void {
    this.#place('region', cluster.region, 'declaration', cluster.path);
    const listed = new Set(cluster.availabilityZones.items.map(known));
    for (const zone of cluster.availabilityZones.items) this.#place('availabilityZone', zone, 'declaration');
    for (const { availabilityZone } of cluster.instances.items) {
      const role = listed.has(known(availabilityZone)) ? 'reference' : 'declaration';
      this.#place('availabilityZone', availabilityZone, role);
    }
    for (const { availabilityZone } of cluster.subnets.items) this.#place('availabilityZone', availabilityZone);
  }

  #referInScenario({ events, expect, path }: Scenario): void {
    const snapshots = [this.#scopeOf(path), this.#scope];
    for (const event of events.items) {
      const { crash, restart, remove, fail, failover, switchover, target, partition, restore } = event;
      for (const instance of [crash, restart, remove]) this.#refer('instance', instance);
      if (known(fail) === 'instance' || known(failover) === 'cluster') this.#refer('instance', target);
      if (known(fail) === 'az') this.#place('availabilityZone', target);
      if ([known(fail), known(failover), known(switchover)].includes('region')) this.#place('region', target);
      for (const place of partition.items.flatMap(({ items }) => items)) this.#placeOfEitherKind(place);
      this.#refer('snapshot', restore.snapshot, snapshots);
    }
    this.#refer('instance', expect.promoted);
    for (const { writer, endpoints, capacity } of expect.at.items) {
      this.#refer('instance', writer);
      for (const { key, node } of endpoints.entries) {
        this.#referByKey('endpoint', key, node.path);
        for (const instance of node.items) this.#refer('instance', instance);
      }
      for (const { key, node } of capacity.entries) this.#referByKey('instance', key, node.path);
    }
  }

  #declare(kind: NameKind, value: Value<string>, whole: Path, scopes: readonly string[] = [this.#scope]): void {
    const text = known(value);
    if (text === undefined || text === '') return;
    this.#found.declare(kind, text, scopes, { ...this.#mention(value.path, 'declaration'), whole });
  }

  #refer(kind: NameKind, value: Value<string>, scopes: readonly string[] = [this.#scope], isExact = true): void {
    const text = known(value);
    if (text === undefined || (kind === 'instance' && roles.has(text))) return;
    this.#add(kind, text, scopes, isExact, this.#mention(value.path, 'reference'));
  }

  #referByKey(kind: NameKind, key: string, path: Path): void {
    this.#add(kind, key, [this.#scope], true, { ...this.#mention(path, 'reference'), at: 'key' });
  }

  #add(kind: NameKind, text: string, scopes: readonly string[], isExact: boolean, mention: DesignMention): void {
    const name = this.#found.find(kind, text, scopes, { isExact });
    if (name === undefined) this.#found.mention(kind, text, this.#scope, mention);
    else name.mentions.push(mention);
  }

  /** A Region or an AZ: it is what it is, whoever names it. */
  #place(kind: NameKind, value: Value<string>, role: DesignMention['role'] = 'reference', whole = value.path): void {
    const text = known(value);
    if (text === undefined) return;
    this.#found.mention(kind, text, this.#scope, { ...this.#mention(value.path, role), whole });
  }

  /** AZs end with a letter, Regions with a number. */
  #placeOfEitherKind(value: Value<string>): void {
    this.#place(/\d$/.test(known(value) ?? '') ? 'region' : 'availabilityZone', value);
  }

  #mention(path: Path, role: DesignMention['role']): DesignMention {
    return { design: this.#index, path, at: 'value', role, whole: path };
  }

  #scopeOf(path: Path): string {
    return `${this.#scope} ${formatPath(path)}`;
  }
}
