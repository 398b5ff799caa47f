import { type Cluster, clustersOf, type Design } from '../../design/design.ts';
import type { Value } from '../../design/node.ts';
import type { Path } from '../../design/path.ts';
import type { Locator } from '../../design/readers/locator.ts';
import { distinctCases } from '../../design/readers/template/distinct-cases.ts';
import { entryOf } from '../../design/readers/template/expression.ts';
import type { TemplateDesign } from '../../design/readers/template/template-design.ts';
import type { TemplateSyntax } from '../../design/readers/template/template-syntax.ts';
import type { TemplateCluster } from '../../design/readers/template.ts';
import type { Range } from '../../text/range.ts';
import { pictureOf } from './picture.ts';

/** What there is to draw and to play of a cluster of a template. */
export interface DrawnDesign {
  readonly design: Design;
  /** Where its things stand in the text of the template. */
  readonly locator: Locator;
  /** Where its cluster and its instances stand whole; the locator knows resources by their logical ids alone. */
  readonly resources: readonly PlacedResource[];
  /** How the conditions turn out that make a difference to its picture, by name; none where it always looks the same. */
  readonly conditions: ReadonlyMap<string, boolean>;
}

/** A resource of the template, and what it is in the design. */
export interface PlacedResource {
  readonly path: Path;
  readonly range: Range;
}

/** Of a cluster that looks different where conditions turn out otherwise, the case with the most instances is drawn. */
export function designOfTemplateCluster({ logicalId, designs }: TemplateCluster, syntax: TemplateSyntax): DrawnDesign {
  const looks = new Map<string, readonly TemplateDesign[]>();
  for (const { value, cases } of distinctCases(designs, (one) => one.look(pictureOf))) {
    const look = JSON.stringify(value);
    looks.set(look, [...(looks.get(look) ?? []), ...cases]);
  }
  const cases = [...looks.values()].reduce(
    (most, other) => (instancesIn(other) > instancesIn(most) ? other : most),
    [],
  );
  const [shown] = cases;
  if (shown === undefined) throw new Error('A cluster of a template exists in at least one case.');
  const conditions = [...shown.outcomes].filter(
    ([name, holds]) =>
      cases.every(({ outcomes }) => outcomes.get(name) === holds) &&
      designs.some(({ outcomes }) => outcomes.get(name) !== holds),
  );
  return {
    design: namedByLogicalIds(logicalId, shown),
    locator: shown.locator,
    resources: resourcesOf(shown, syntax),
    conditions: new Map(conditions),
  };
}

function resourcesOf(template: TemplateDesign, { root }: TemplateSyntax): readonly PlacedResource[] {
  const resources = entryOf(root, 'Resources')?.value;
  return clustersOf(template.design)
    .flatMap((cluster) => [cluster, ...cluster.instances.items])
    .flatMap(({ path }) => {
      const resource = entryOf(resources, String(template.originOf(path).path[1]));
      return resource === undefined ? [] : [{ path, range: resource.whole }];
    });
}

/** Fewer than none where there is no case. */
function instancesIn([first]: readonly TemplateDesign[]): number {
  return first?.design.primary.instances.items.length ?? -1;
}

/** What has no identifier of its own, which AWS will make up, goes by its logical id. */
function namedByLogicalIds(logicalId: string, template: TemplateDesign): Design {
  const { design } = template;
  const named = (value: Value<string>, id: string): Value<string> =>
    value.presence === 'known' ? value : { presence: 'known', path: value.path, value: id };
  const withIds = <C extends Cluster>(cluster: C): C =>
    changed<Cluster>(cluster, {
      clusterIdentifier:
        cluster === design.primary ? named(cluster.clusterIdentifier, logicalId) : cluster.clusterIdentifier,
      instances: {
        ...cluster.instances,
        items: cluster.instances.items.map((instance) =>
          changed(instance, { id: named(instance.id, String(template.originOf(instance.path).path[1] ?? logicalId)) }),
        ),
      },
    }) as C;
  return changed(design, {
    name: named(design.name, logicalId),
    primary: withIds(design.primary),
    secondaries: { ...design.secondaries, items: design.secondaries.items.map(withIds) },
  });
}

/** A group with some properties changed. The others stay unread until they are looked at, as in the group itself. */
function changed<G extends object>(group: G, changes: Partial<G>): G {
  const result = {};
  for (const name in group) {
    Object.defineProperty(result, name, {
      enumerable: true,
      get: () => (name in changes ? changes[name] : group[name]),
    });
  }
  return result as G;
}
