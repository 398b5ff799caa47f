import type { TemplateCase } from './case.ts';
import type { ConditionBits } from './condition-bits.ts';
import type { Look } from './distinct-cases.ts';
import type { Reliance } from './reliance.ts';
import { Resolver } from './resolver.ts';
import { Resources } from './resources.ts';
import type { TemplateSyntax } from './template-syntax.ts';

/** What is read in one case. */
interface InCase {
  readonly templateCase: TemplateCase;
}

/** The resources of a template when the conditions turn out one way: resolved once for all clusters that look at them. */
export class CaseResources {
  readonly syntax: TemplateSyntax;
  readonly templateCase: TemplateCase;
  readonly #bits: ConditionBits;
  #opened: { readonly resources: Resources; readonly resolver: Resolver } | undefined;

  constructor(syntax: TemplateSyntax, templateCase: TemplateCase, bits: ConditionBits) {
    this.syntax = syntax;
    this.templateCase = templateCase;
    this.#bits = bits;
  }

  get resources(): Resources {
    return this.#open().resources;
  }

  get resolver(): Resolver {
    return this.#open().resolver;
  }

  get reliance(): Reliance {
    return this.resolver.reliance;
  }

  /** Looks at something that is read from the resources, and says for which other cases the result is the same. */
  look<T>(at: () => T): Look<T, InCase> {
    const { value, mask } = this.reliance.during(at);
    const { bits } = this.templateCase;
    return { value, holdsFor: ({ templateCase }) => ((templateCase.bits ^ bits) & mask) === 0 };
  }

  #open() {
    if (this.#opened !== undefined) return this.#opened;
    const resolver = new Resolver(this.syntax, this.templateCase, this.#bits);
    this.#opened = { resources: new Resources(resolver), resolver };
    return this.#opened;
  }
}
