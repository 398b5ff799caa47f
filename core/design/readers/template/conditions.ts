import { plainCase, type TemplateCase } from './case.ts';
import { noBits } from './condition-bits.ts';
import { type Expression, entryOf } from './expression.ts';
import { identityOf } from './resolved.ts';
import { Resolver } from './resolver.ts';
import type { TemplateSyntax } from './template-syntax.ts';

/** Most conditions whose outcomes are told apart; with more, what stands under them is unknown. */
export const mostConditions = 12;

/** Most choices that are followed. */
const mostEvaluations = 8192;

/** Longest way from one condition to another that is followed. */
const deepestReference = 100;

const noParameters: ReadonlySet<string> = new Set();

/** Something that decides conditions: a parameter, or a comparison that cannot be resolved. */
interface Open {
  readonly kind: 'parameter' | 'comparison';
  readonly name: string;
}

/** A choice of what is open, on the way to a case. */
interface Choices {
  readonly parameters: ReadonlyMap<string, string>;
  /** Parameters that have none of the values conditions compare them with. */
  readonly others: ReadonlySet<string>;
  readonly comparisons: ReadonlyMap<string, boolean>;
}

/**
 * The cases in which the named conditions of a template can turn out, each once. Conditions that rest on the same
 * parameter are decided together, so that what excludes each other never meets. Values of `given` are fixed.
 * With too many conditions, or none, one case remains in which no outcome is known.
 */
export function casesOf(
  template: TemplateSyntax,
  names: ReadonlySet<string>,
  given: ReadonlyMap<string, string> = new Map(),
): readonly TemplateCase[] {
  if (names.size > mostConditions) return [plainCase(given)];
  const evaluator = new Evaluator(template);
  const cases = new Map<number, TemplateCase>();
  const pending: Choices[] = [{ parameters: given, others: new Set(), comparisons: new Map() }];
  let evaluations = 0;
  for (let choices = pending.pop(); choices !== undefined; choices = pending.pop()) {
    const result = evaluator.evaluate(names, choices);
    if ('open' in result) {
      evaluations += 1;
      if (evaluations > mostEvaluations) return [plainCase(given)];
      pending.push(...evaluator.choicesOf(result.open, choices));
      continue;
    }
    const bits = [...result.outcomes.values()].reduce((sum, outcome, index) => sum + (outcome ? 1 << index : 0), 0);
    if (!cases.has(bits)) {
      const { parameters, others } = choices;
      const undecided = evaluator.withoutDefault(others);
      const filled = evaluator.filled(others);
      cases.set(bits, { outcomes: result.outcomes, bits, parameters, undecided, filled });
    }
  }
  return [...cases.values()];
}

/** Evaluates conditions until something is open that has to be chosen first. */
class Evaluator {
  readonly #template: TemplateSyntax;
  readonly #compared = new Map<string, Set<string>>();
  readonly #all: ReadonlySet<string>;

  constructor(template: TemplateSyntax) {
    this.#template = template;
    this.#all = new Set(template.parameters.keys());
    for (const condition of template.conditions.values()) this.#collectCompared(condition);
  }

  evaluate(names: ReadonlySet<string>, choices: Choices): { outcomes: Map<string, boolean> } | { open: Open } {
    const outcomes = new Map<string, boolean>();
    for (const name of names) {
      const outcome = this.#named(name, choices, new Set());
      if (typeof outcome !== 'boolean') return { open: outcome };
      outcomes.set(name, outcome);
    }
    return { outcomes };
  }

  /** The ways to choose what is open; the last one is tried first, and is the Default where there is one. */
  choicesOf({ kind, name }: Open, choices: Choices): readonly Choices[] {
    if (kind === 'comparison') {
      return [true, false].map((outcome) => ({
        ...choices,
        comparisons: new Map([...choices.comparisons, [name, outcome]]),
      }));
    }
    const allowedValues = this.#template.parameters.get(name)?.allowedValues;
    const compared = [...(this.#compared.get(name) ?? [])];
    const values = compared.filter((value) => allowedValues?.includes(value) ?? true);
    const hasOthers = allowedValues?.some((value) => !values.includes(value)) ?? true;
    const byDefault = this.#default(name);
    const ordered = [...values].sort((a, b) => Number(a === byDefault) - Number(b === byDefault));
    const chosen = ordered.map((value) => ({
      ...choices,
      parameters: new Map([...choices.parameters, [name, value]]),
    }));
    const other = { ...choices, others: new Set([...choices.others, name]) };
    if (!hasOthers) return chosen;
    return byDefault !== undefined && values.includes(byDefault) ? [other, ...chosen] : [...chosen, other];
  }

  /** Those of the parameters whose Default is one of the values that they do not have. */
  withoutDefault(others: ReadonlySet<string>): ReadonlySet<string> {
    return new Set([...others].filter((name) => this.#compared.get(name)?.has(this.#default(name) ?? '')));
  }

  /** Those of the parameters of which conditions say that they are not empty. */
  filled(others: ReadonlySet<string>): ReadonlySet<string> {
    return new Set([...others].filter((name) => this.#compared.get(name)?.has('')));
  }

  #default(name: string): string | undefined {
    const written = this.#template.parameters.get(name)?.default;
    return written?.kind === 'scalar' ? written.text : undefined;
  }

  #named(name: string, choices: Choices, above: ReadonlySet<string>): boolean | Open {
    const condition = this.#template.conditions.get(name);
    if (condition === undefined || above.has(name) || above.size > deepestReference)
      return decide({ kind: 'comparison', name: `condition ${name}` }, choices);
    return this.#condition(condition, choices, new Set([...above, name]));
  }

  #condition(expression: Expression, choices: Choices, above: ReadonlySet<string>): boolean | Open {
    const reference = entryOf(expression, 'Condition')?.value;
    if (reference?.kind === 'scalar') return this.#named(reference.text, choices, above);
    if (expression.kind === 'scalar' && /^(true|false)$/i.test(expression.text)) return /^true$/i.test(expression.text);
    if (expression.kind === 'call') {
      const { name, argument } = expression;
      if (name === 'Condition' && argument.kind === 'scalar') return this.#named(argument.text, choices, above);
      const parts = argument.kind === 'list' ? argument.items : [argument];
      if (name === 'Fn::Equals' && parts[0] !== undefined && parts[1] !== undefined) {
        return this.#equals(parts[0], parts[1], choices);
      }
      if (name === 'Fn::Not' && parts[0] !== undefined) {
        const outcome = this.#condition(parts[0], choices, above);
        return typeof outcome === 'boolean' ? !outcome : outcome;
      }
      if (name === 'Fn::And' || name === 'Fn::Or') return this.#combine(name === 'Fn::Or', parts, choices, above);
    }
    return decide({ kind: 'comparison', name: `at ${expression.range.start}` }, choices);
  }

  /** `decisive` is the outcome of a part that settles the whole: true for Or, false for And. */
  #combine(decisive: boolean, parts: readonly Expression[], choices: Choices, above: ReadonlySet<string>) {
    for (const part of parts) {
      const outcome = this.#condition(part, choices, above);
      if (outcome === decisive || typeof outcome !== 'boolean') return outcome;
    }
    return !decisive;
  }

  #equals(left: Expression, right: Expression, choices: Choices): boolean | Open {
    const plain = this.#equalsText(left, right, choices) ?? this.#equalsText(right, left, choices);
    if (plain !== undefined) return plain;
    for (const name of [...parametersIn(left), ...parametersIn(right)]) {
      const isChosen = choices.parameters.has(name) || choices.others.has(name);
      if (!isChosen && this.#compared.has(name)) return { kind: 'parameter', name };
    }
    // A Default decides nothing: each value that a condition looks for can be given when the stack is deployed.
    const templateCase = {
      outcomes: new Map(),
      parameters: choices.parameters,
      undecided: this.#all,
      filled: noParameters,
    };
    const resolver = new Resolver(this.#template, templateCase, noBits);
    const [a, b] = [resolver.resolve(left), resolver.resolve(right)];
    if (a.kind === 'scalar' && b.kind === 'scalar') return a.text === b.text;
    const [one, two] = [identityOf(a), identityOf(b)];
    return one === two ? true : decide({ kind: 'comparison', name: `${one} = ${two}` }, choices);
  }

  /** The usual comparison, of a parameter with a text; undefined for any other. */
  #equalsText(side: Expression, other: Expression, choices: Choices): boolean | Open | undefined {
    const name = parameterOf(side);
    if (name === undefined || other.kind !== 'scalar') return undefined;
    const chosen = choices.parameters.get(name);
    if (chosen !== undefined) return chosen === other.text;
    return choices.others.has(name) ? false : { kind: 'parameter', name };
  }

  /** Notes with which values a parameter is compared; one that is only a part of a comparison may have any allowed value. */
  #collectCompared(expression: Expression): void {
    if (expression.kind === 'list') for (const item of expression.items) this.#collectCompared(item);
    if (expression.kind !== 'call') return;
    const { name, argument } = expression;
    if (name !== 'Fn::Equals' || argument.kind !== 'list') {
      this.#collectCompared(argument);
      return;
    }
    const [left, right] = argument.items;
    for (const [side, other] of [
      [left, right],
      [right, left],
    ]) {
      if (side === undefined || other === undefined) continue;
      const parameter = parameterOf(side);
      if (parameter !== undefined && other.kind === 'scalar') this.#compare(parameter, [other.text]);
      else
        for (const part of parametersIn(side))
          this.#compare(part, this.#template.parameters.get(part)?.allowedValues ?? []);
    }
  }

  #compare(parameter: string, values: readonly string[]): void {
    if (values.length === 0) return;
    this.#compared.set(parameter, new Set([...(this.#compared.get(parameter) ?? []), ...values]));
  }
}

function decide(open: Open, { comparisons }: Choices): boolean | Open {
  return comparisons.get(open.name) ?? open;
}

/** The parameter that an expression is a plain Ref to. */
function parameterOf(expression: Expression): string | undefined {
  if (expression.kind !== 'call' || expression.name !== 'Ref' || expression.argument.kind !== 'scalar')
    return undefined;
  return expression.argument.text;
}

/** Every parameter that is part of an expression by Ref. */
function parametersIn(expression: Expression): readonly string[] {
  const own = parameterOf(expression);
  if (own !== undefined) return [own];
  if (expression.kind === 'call') return parametersIn(expression.argument);
  return expression.kind === 'list' ? expression.items.flatMap(parametersIn) : [];
}
