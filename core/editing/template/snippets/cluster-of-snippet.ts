import type { Cluster, Design, Instance } from '../../../design/design.ts';
import { clustersOf } from '../../../design/design.ts';
import { known } from '../../../design/node.ts';
import { readersOf, writerOf } from '../../../design/promotion.ts';
import { isAuroraEngine } from '../../../design/readers/template/aurora-engine.ts';
import { entryOf, textUnder } from '../../../design/readers/template/expression.ts';
import type { Resource, TemplateSyntax } from '../../../design/readers/template/template-syntax.ts';
import type { Engine } from '../../../facts/engine-versions.ts';
import { clusterOf } from '../cluster-of-resource.ts';
import type { ResourcePlaces } from '../resource-places.ts';
import { type SnippetValue, Written } from '../template-snippet.ts';

/** A cluster of a template with what its companions have to know of it. */
export class ClusterOfSnippet {
  readonly syntax: TemplateSyntax;
  readonly resource: Resource;
  readonly design: Design | undefined;
  readonly cluster: Cluster | undefined;
  readonly #text: string;

  constructor(places: ResourcePlaces, resource: Resource, text: string) {
    this.syntax = places.syntax;
    this.resource = resource;
    this.#text = text;
    const [first] = places.designsOf(resource);
    this.design = first?.design;
    this.cluster = this.design && clustersOf(this.design).find(({ presence }) => presence === 'known');
  }

  /** Whether its engine is one of Aurora, or may be. */
  get isAurora(): boolean {
    const engine = textUnder(this.resource.properties, 'Engine');
    return engine === undefined ? entryOf(this.resource.properties, 'Engine') !== undefined : isAuroraEngine(engine);
  }

  get logicalId(): string {
    return this.resource.logicalId;
  }

  get engine(): Engine | undefined {
    return this.design && known(this.design.engine);
  }

  /** The resources of its instances, in the order of the template. */
  get instances(): readonly Resource[] {
    const all = [...this.syntax.resources.values()].filter(({ type }) => type === 'AWS::RDS::DBInstance');
    return all.filter((one) => clusterOf(this.syntax, one) === this.resource);
  }

  get readers(): readonly Instance[] {
    return this.design === undefined || this.cluster === undefined ? [] : readersOf(this.design, this.cluster);
  }

  get writer(): Instance | undefined {
    return this.design && this.cluster && writerOf(this.design, this.cluster);
  }

  /** The value of a property as it is written, when it stands on one line; undefined when there is none. */
  written({ properties }: Resource, name: string): SnippetValue | undefined {
    const value = entryOf(properties, name)?.value;
    if (value === undefined || value.kind === 'nothing' || value.kind === 'unreadable') return undefined;
    const text = this.#text.slice(value.range.start, value.range.end);
    const tag = /!\S+\s*$/.exec(this.#text.slice(0, value.range.start))?.[0] ?? '';
    return text.includes('\n') || text === '' ? undefined : new Written(`${tag}${text}`);
  }
}
