import type { Design } from '../../design.ts';
import { formatPath, type Path } from '../../path.ts';
import type { Locator } from '../locator.ts';
import type { TemplateCase } from './case.ts';
import type { ConditionBits } from './condition-bits.ts';
import { designPart } from './design-part.ts';
import { DesignReader, type Origin } from './design-reader.ts';
import { propertyName } from './property-name.ts';
import type { Reliance } from './reliance.ts';
import { Resolver } from './resolver.ts';
import { Resources } from './resources.ts';
import type { Resource, TemplateSyntax } from './template-syntax.ts';

interface Source {
  readonly cluster: Resource;
  readonly syntax: TemplateSyntax;
  readonly templateCase: TemplateCase;
  readonly bits: ConditionBits;
}

/** What one DB cluster of a template is when the conditions turn out one way. Read as far as it is looked at. */
export class TemplateDesign {
  readonly #source: Source;
  #opened: { readonly design: Design; readonly reader: DesignReader; readonly reliance: Reliance } | undefined;

  constructor(source: Source) {
    this.#source = source;
  }

  get design(): Design {
    return this.#open().design;
  }

  /** How the conditions turn out, by name. */
  get outcomes(): ReadonlyMap<string, boolean> {
    return this.#source.templateCase.outcomes;
  }

  /** Looks at the design, and says for which other designs of the cluster the result is the same. */
  look<T>(at: (design: Design) => T): { readonly value: T; readonly holdsFor: (other: TemplateDesign) => boolean } {
    const { design, reliance } = this.#open();
    const { value, mask } = reliance.during(() => at(design));
    const { bits } = this.#source.templateCase;
    return { value, holdsFor: (other) => ((other.#source.templateCase.bits ^ bits) & mask) === 0 };
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
    const type = this.#source.syntax.resources.get(String(above[1]))?.type ?? '';
    return { path: [...above, typeof last === 'number' ? last : propertyName(last, type)], defaults: [] };
  }

  #open() {
    if (this.#opened !== undefined) return this.#opened;
    const { cluster, syntax, templateCase, bits } = this.#source;
    const resolver = new Resolver(syntax, templateCase, bits);
    const reader = new DesignReader(resolver.reliance);
    const resources = new Resources(resolver);
    const design = reader.readDesign(designPart(resources.resolve(cluster), resources, resolver.reliance));
    this.#opened = { design, reader, reliance: resolver.reliance };
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
