import type { Design } from '../../design.ts';
import { formatPath, type Path } from '../../path.ts';
import type { Locator } from '../locator.ts';
import type { TemplateCase } from './case.ts';
import type { CaseResources } from './case-resources.ts';
import { designPart } from './design-part.ts';
import { DesignReader, type Origin } from './design-reader.ts';
import type { Look } from './distinct-cases.ts';
import { propertyName } from './property-name.ts';
import type { Resource } from './template-syntax.ts';

/** What one DB cluster of a template is when the conditions turn out one way. Read as far as it is looked at. */
export class TemplateDesign {
  readonly #cluster: Resource;
  readonly #case: CaseResources;
  #opened: { readonly design: Design; readonly reader: DesignReader } | undefined;

  constructor(cluster: Resource, inCase: CaseResources) {
    this.#cluster = cluster;
    this.#case = inCase;
  }

  get design(): Design {
    return this.#open().design;
  }

  /** The case in which it is read. */
  get templateCase(): TemplateCase {
    return this.#case.templateCase;
  }

  /** How the conditions turn out, by name. */
  get outcomes(): ReadonlyMap<string, boolean> {
    return this.templateCase.outcomes;
  }

  /** Looks at the design, and says for which other designs of the cluster the result is the same. */
  look<T>(at: (design: Design) => T): Look<T, TemplateDesign> {
    return this.#case.look(() => at(this.design));
  }

  /** Where what stands at a path of the design stands in the text. */
  get locator(): Locator {
    return this.#open().reader.locator;
  }

  /** Where what stands at a path of the design comes from; for what is absent, where it would stand. */
  originOf(path: Path): Origin {
    this.#lookAt(path);
    const known = this.#open().reader.origins.get(formatPath(path));
    const last = path.at(-1);
    if (known !== undefined || last === undefined) return known ?? { path: [], defaults: [] };
    const above = this.originOf(path.slice(0, -1)).path;
    const type = this.#case.syntax.resources.get(String(above[1]))?.type ?? '';
    // In the Metadata stand the words of the blueprint.
    const isPlain = typeof last === 'number' || above[0] === 'Metadata';
    return { path: [...above, isPlain ? last : propertyName(last, type)], defaults: [] };
  }

  #open() {
    if (this.#opened !== undefined) return this.#opened;
    const { resources, reliance } = this.#case;
    const reader = new DesignReader(reliance);
    const design = reader.readDesign(designPart(resources.resolve(this.#cluster), resources, reliance));
    this.#opened = { design, reader };
    return this.#opened;
  }

  /** Reads what stands at a path, so that its place is known. */
  #lookAt(path: Path): void {
    let node: unknown = this.design;
    for (const step of path) {
      if (typeof node !== 'object' || node === null) return;
      const holder = typeof step === 'number' && 'items' in node ? node.items : node;
      node = (holder as Readonly<Record<string | number, unknown>>)[step];
    }
  }
}
