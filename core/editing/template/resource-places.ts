import type { Design } from '../../design/design.ts';
import type { Path } from '../../design/path.ts';
import { plainCase } from '../../design/readers/template/case.ts';
import { CaseResources } from '../../design/readers/template/case-resources.ts';
import { conditionBits, noBits } from '../../design/readers/template/condition-bits.ts';
import { casesOf } from '../../design/readers/template/conditions.ts';
import { distinctCases } from '../../design/readers/template/distinct-cases.ts';
import { loneDesign } from '../../design/readers/template/lone-design.ts';
import { relevantConditions } from '../../design/readers/template/relevant-conditions.ts';
import { TemplateDesign } from '../../design/readers/template/template-design.ts';
import type { Resource, TemplateSyntax } from '../../design/readers/template/template-syntax.ts';
import type { Outcomes } from '../../rules/when-text.ts';
import { clusterOf } from './cluster-of-resource.ts';
import { clusterPath, placeOf } from './place-in-design.ts';

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

/** The place of a resource in a list; behind the others when the design does not have it. */
function indexOf(design: TemplateDesign, items: readonly { readonly path: Path }[], { logicalId }: Resource): number {
  const index = items.findIndex(({ path }) => design.originOf(path).path[1] === logicalId);
  return index < 0 ? items.length : index;
}
