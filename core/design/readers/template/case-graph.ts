import type { Range } from '../../../text/range.ts';
import { formatPath, type Path } from '../../path.ts';
import type { ResourceGraph } from '../../resource-graph.ts';
import type { TemplateCase } from './case.ts';
import type { CaseResources } from './case-resources.ts';
import type { Dependencies } from './dependencies.ts';
import type { Look } from './distinct-cases.ts';
import { GraphReader } from './graph-reader.ts';

/** The resources of a template when the conditions turn out one way. Read as far as they are looked at. */
export class CaseGraph {
  readonly #resources: CaseResources;
  readonly #text: string;
  readonly #dependencies: Dependencies;
  #opened: GraphReader | undefined;

  constructor(resources: CaseResources, text: string, dependencies: Dependencies) {
    this.#resources = resources;
    this.#text = text;
    this.#dependencies = dependencies;
  }

  /** The case in which it is read. */
  get templateCase(): TemplateCase {
    return this.#resources.templateCase;
  }

  /** How the conditions turn out, by name. */
  get outcomes(): ReadonlyMap<string, boolean> {
    return this.templateCase.outcomes;
  }

  /** Looks at the graph, and says for which other cases the result is the same. */
  look<T>(at: (graph: ResourceGraph) => T): Look<T, CaseGraph> {
    return this.#resources.look(() => at(this.#reader));
  }

  /** The range to mark for a path that was looked at. */
  rangeOf(path: Path, at: 'key' | 'value'): Range {
    return this.#reader.locator.rangeOf(path, at);
  }

  /** Parameters whose Default is the value at a path that was looked at. */
  defaultsOf(path: Path): readonly string[] {
    return this.#reader.defaults.get(formatPath(path)) ?? [];
  }

  get #reader(): GraphReader {
    const { resolver, resources } = this.#resources;
    this.#opened ??= new GraphReader({ text: this.#text, resolver, resources, dependencies: this.#dependencies });
    return this.#opened;
  }
}
