import type { Range } from '../../../text/range.ts';
import { formatPath, type Path } from '../../path.ts';
import type { ResourceGraph } from '../../resource-graph.ts';
import type { TemplateCase } from './case.ts';
import type { ConditionBits } from './condition-bits.ts';
import type { Dependencies } from './dependencies.ts';
import { GraphReader } from './graph-reader.ts';
import { Resolver } from './resolver.ts';
import type { TemplateSyntax } from './template-syntax.ts';

interface Source {
  readonly text: string;
  readonly syntax: TemplateSyntax;
  readonly templateCase: TemplateCase;
  readonly bits: ConditionBits;
  readonly dependencies: Dependencies;
}

/** The resources of a template when the conditions turn out one way. Read as far as they are looked at. */
export class CaseGraph {
  readonly #source: Source;
  #opened: { readonly reader: GraphReader; readonly resolver: Resolver } | undefined;

  constructor(source: Source) {
    this.#source = source;
  }

  /** The case in which it is read. */
  get templateCase(): TemplateCase {
    return this.#source.templateCase;
  }

  /** How the conditions turn out, by name. */
  get outcomes(): ReadonlyMap<string, boolean> {
    return this.#source.templateCase.outcomes;
  }

  /** Looks at the graph, and says for which other cases the result is the same. */
  look<T>(at: (graph: ResourceGraph) => T): { readonly value: T; readonly holdsFor: (other: CaseGraph) => boolean } {
    const { reader, resolver } = this.#open();
    const { value, mask } = resolver.reliance.during(() => at(reader));
    const { bits } = this.#source.templateCase;
    return { value, holdsFor: (other) => ((other.#source.templateCase.bits ^ bits) & mask) === 0 };
  }

  /** Whether something stands at a path that was looked at. */
  holds(path: Path): boolean {
    return this.#open().reader.locator.placeOf(path) !== undefined;
  }

  /** The range to mark for a path that was looked at. */
  rangeOf(path: Path, at: 'key' | 'value'): Range {
    return this.#open().reader.locator.rangeOf(path, at);
  }

  /** Parameters whose Default is the value at a path that was looked at. */
  defaultsOf(path: Path): readonly string[] {
    return this.#open().reader.defaults.get(formatPath(path)) ?? [];
  }

  #open() {
    if (this.#opened !== undefined) return this.#opened;
    const { text, syntax, templateCase, bits, dependencies } = this.#source;
    const resolver = new Resolver(syntax, templateCase, bits);
    this.#opened = { reader: new GraphReader({ text, resolver, dependencies }), resolver };
    return this.#opened;
  }
}
