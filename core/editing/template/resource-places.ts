import { type Cluster, clustersOf, type Design } from '../../design/design.ts';
import type { Path } from '../../design/path.ts';
import { plainCase } from '../../design/readers/template/case.ts';
import { CaseResources } from '../../design/readers/template/case-resources.ts';
import { conditionBits, noBits } from '../../design/readers/template/condition-bits.ts';
import { casesOf } from '../../design/readers/template/conditions.ts';
import { referencesIn } from '../../design/readers/template/dependencies.ts';
import { distinctCases } from '../../design/readers/template/distinct-cases.ts';
import { entryOf, textUnder } from '../../design/readers/template/expression.ts';
import { loneDesign } from '../../design/readers/template/lone-design.ts';
import { designName } from '../../design/readers/template/property-name.ts';
import { relevantConditions } from '../../design/readers/template/relevant-conditions.ts';
import { TemplateDesign } from '../../design/readers/template/template-design.ts';
import type { Resource, TemplateSyntax } from '../../design/readers/template/template-syntax.ts';
import type { Outcomes } from '../../rules/when-text.ts';

/** What is said of a resource in some cases of the conditions of its template. */
export interface InCases<T> {
  readonly value: T;
  readonly outcomes: readonly Outcomes[];
}

/** A place in a design. */
export interface DesignPlace {
  readonly design: Design;
  readonly path: Path;
}

const clusterType = 'AWS::RDS::DBCluster';

/** The designs in which the resources of a template have a part, and where in them they stand. */
export class ResourcePlaces {
  readonly syntax: TemplateSyntax;
  readonly #read: (logicalId: string) => readonly TemplateDesign[] | undefined;
  readonly #designs = new Map<string, readonly TemplateDesign[]>();

  /** `read` gives the designs of a cluster that are read already. */
  constructor(
    syntax: TemplateSyntax,
    read: (logicalId: string) => readonly TemplateDesign[] | undefined = () => undefined,
  ) {
    // A text that is broken somewhere has most of its resources all the same.
    this.syntax = syntax.document.errors.length > 0 ? { ...syntax, isOpen: false } : syntax;
    this.#read = read;
  }

  /** What there is to say of the place of a property of a resource, once for all cases in which it is the same. */
  ask<T>(resource: Resource, property: Path, answer: (place: DesignPlace) => T): readonly InCases<T>[] {
    const cluster = clusterOf(this.syntax, resource);
    if (cluster === undefined) {
      const design = loneDesign(resource, new CaseResources(this.syntax, plainCase(new Map()), noBits));
      const path = placeOf(design, ['primary'], resource, property, () => 0);
      return [{ value: answer({ design, path }), outcomes: [] }];
    }
    const found = distinctCases(this.designsOf(cluster), (one) =>
      one.look((design) => {
        const holder = clusterPath(design);
        return answer({
          design,
          path: placeOf(design, holder, resource, property, (items) => indexOf(one, items, resource)),
        });
      }),
    );
    return found.map(({ value, cases }) => ({ value, outcomes: cases.map(({ outcomes }) => outcomes) }));
  }

  /** The designs of a cluster, one in each case of the conditions. */
  designsOf(cluster: Resource): readonly TemplateDesign[] {
    const { logicalId } = cluster;
    const designs = this.#designs.get(logicalId) ?? this.#read(logicalId) ?? this.#readDesigns(cluster);
    this.#designs.set(logicalId, designs);
    return designs;
  }

  #readDesigns(cluster: Resource): readonly TemplateDesign[] {
    const conditions = relevantConditions(this.syntax);
    const bits = conditionBits(this.syntax, conditions);
    const cases = casesOf(this.syntax, conditions).map((one) => new CaseResources(this.syntax, one, bits));
    return cases.map((one) => new TemplateDesign(cluster, one));
  }
}

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
    return clusters.find((one) => one.properties !== undefined && referencesIn(one.properties).has(logicalId));
  }
  for (const name of naming) {
    const written = entryOf(properties, name)?.value;
    if (written === undefined || written.kind === 'nothing') continue;
    const names = [...referencesIn(written)];
    const referred = names.flatMap((one) => syntax.resources.get(one) ?? []);
    const [next] = referred.filter((one) => one.type === clusterType || one.type.endsWith('ScalableTarget'));
    if (next !== undefined) return next === resource ? undefined : clusterOf(syntax, next);
    if (written.kind !== 'scalar' || written.text.includes('\ue000')) continue;
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

/** The primary, or the only secondary of a design that has no primary of its own. */
function clusterPath({ primary }: Design): Path {
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
function placeOf(
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

/** The place of a resource in a list; behind the others when the design does not have it. */
function indexOf(design: TemplateDesign, items: readonly { readonly path: Path }[], { logicalId }: Resource): number {
  const index = items.findIndex(({ path }) => design.originOf(path).path[1] === logicalId);
  return index < 0 ? items.length : index;
}
