import type { Range } from '../../text/range.ts';
import { formatPath, type Path } from '../path.ts';
import type { TemplateChange } from '../resource-change.ts';
import { plainCase, type TemplateCase } from './template/case.ts';
import { conditionBits } from './template/condition-bits.ts';
import { Dependencies } from './template/dependencies.ts';
import type { Look } from './template/distinct-cases.ts';
import { GraphReader } from './template/graph-reader.ts';
import { graphConditions } from './template/relevant-conditions.ts';
import { Resolver } from './template/resolver.ts';
import { Resources } from './template/resources.ts';
import { isSameCondition } from './template/same-expression.ts';
import type { TemplateSyntax } from './template/template-syntax.ts';
import { touchedBy } from './template/touched.ts';
import type { Template } from './template.ts';

/** Most pairs of an earlier and a later case that are looked at; with more, what stands under conditions is unknown. */
const mostPairs = 4096;

/** A template before or after an edit, with what is needed to read it in one case. */
interface Side {
  readonly text: string;
  readonly syntax: TemplateSyntax;
  readonly dependencies: Dependencies;
  readonly names: ReadonlySet<string>;
  readonly cases: readonly TemplateCase[];
}

/** An edit of a template, whatever the conditions. */
interface Edit {
  readonly sides: readonly [Side, Side];
  /** Conditions that mean the same before and after. */
  readonly shared: ReadonlySet<string>;
  readonly isTouched: TemplateChange['isTouched'];
}

/** One way in which the conditions of a template turn out together, before and after an edit. */
export class ChangeCase {
  readonly #edit: Edit;
  readonly #cases: readonly [TemplateCase, TemplateCase];
  #opened: readonly [Opened, Opened] | undefined;

  constructor(edit: Edit, cases: readonly [TemplateCase, TemplateCase]) {
    this.#edit = edit;
    this.#cases = cases;
  }

  /** How the conditions turn out, by name; of a condition that the edit changes or takes away, how it turned out. */
  get outcomes(): ReadonlyMap<string, boolean> {
    const [earlier, later] = this.#cases;
    const gone = [...earlier.outcomes].filter(([name]) => !this.#edit.shared.has(name));
    return new Map([...later.outcomes, ...gone.map(([name, is]) => [`${name} (as it was)`, is] as const)]);
  }

  /** Looks at the change, and says for which other cases the result is the same. */
  look<T>(at: (change: TemplateChange) => T): Look<T, ChangeCase> {
    const [earlier, later] = this.#open();
    const inner = later.resolver.reliance;
    const { value, mask } = earlier.resolver.reliance.during(() =>
      inner.during(() => at({ earlier: earlier.reader, later: later.reader, isTouched: this.#edit.isTouched })),
    );
    const agrees = (side: 0 | 1, bits: number, other: ChangeCase) =>
      ((other.#cases[side].bits ^ this.#cases[side].bits) & bits) === 0;
    return { value: value.value, holdsFor: (other) => agrees(0, mask, other) && agrees(1, value.mask, other) };
  }

  /** The range to mark in the later text for a path that was looked at. */
  rangeOf(path: Path, at: 'key' | 'value'): Range {
    return this.#open()[1].reader.locator.rangeOf(path, at);
  }

  /** Parameters whose Default is the later value at a path that was looked at. */
  defaultsOf(path: Path): readonly string[] {
    return this.#open()[1].reader.defaults.get(formatPath(path)) ?? [];
  }

  #open(): readonly [Opened, Opened] {
    const [earlier, later] = this.#cases;
    const [before, after] = this.#edit.sides;
    this.#opened ??= [
      open(before, withLaterParameters(before.syntax, earlier, after.syntax, later)),
      open(after, later),
    ];
    return this.#opened;
  }
}

interface Opened {
  readonly reader: GraphReader;
  readonly resolver: Resolver;
}

function open({ text, syntax, dependencies, names }: Side, templateCase: TemplateCase): Opened {
  const resolver = new Resolver(syntax, templateCase, conditionBits(syntax, names));
  return { reader: new GraphReader({ text, resolver, resources: new Resources(resolver), dependencies }), resolver };
}

/**
 * The earlier case with the parameters of the later one: a stack keeps the values of its parameters when its template
 * changes, so that another Default alone changes nothing.
 */
function withLaterParameters(
  before: TemplateSyntax,
  earlier: TemplateCase,
  after: TemplateSyntax,
  later: TemplateCase,
): TemplateCase {
  const parameters = new Map([...earlier.parameters, ...later.parameters]);
  const undecided = new Set([...earlier.undecided, ...later.undecided]);
  for (const name of before.parameters.keys()) {
    const parameter = after.parameters.get(name);
    if (parameter === undefined || parameters.has(name) || undecided.has(name)) continue;
    const written = parameter.default;
    if (written?.kind === 'scalar' && written.text.trim() !== '') parameters.set(name, written.text);
    else undecided.add(name);
  }
  return { ...earlier, parameters, undecided, filled: new Set([...earlier.filled, ...later.filled]) };
}

/**
 * What an edit makes of a template, in each case of the conditions before and after it. Conditions that mean the same
 * in both texts turn out the same; a condition that the edit changes may turn out either way.
 */
export function changeCases(earlier: Template, later: Template): readonly ChangeCase[] {
  const sides = [sideOf(earlier), sideOf(later)] as const;
  const [before, after] = sides;
  const isTold = before.cases.every(({ outcomes }) => outcomes.size > 0);
  const isSame = (name: string) => after.names.has(name) && isSameCondition(name, before.syntax, after.syntax);
  const shared = new Set(isTold ? [...before.names].filter(isSame) : []);
  const edit = { sides, shared, isTouched: touchedBy(before.syntax, after.syntax) };
  const keyOf = ({ outcomes }: TemplateCase) => [...shared].map((name) => outcomes.get(name)).join();
  const byOutcome = new Map<string, TemplateCase[]>();
  for (const one of after.cases) {
    const key = keyOf(one);
    const same = byOutcome.get(key);
    if (same === undefined) byOutcome.set(key, [one]);
    else same.push(one);
  }
  const pairs: ChangeCase[] = [];
  for (const one of before.cases) {
    for (const other of byOutcome.get(keyOf(one)) ?? []) {
      if (hasSameParameters(one, other)) pairs.push(new ChangeCase(edit, [one, other]));
    }
    if (pairs.length > mostPairs) {
      return [new ChangeCase(edit, [plainCase(earlier.parameters), plainCase(later.parameters)])];
    }
  }
  return pairs;
}

function sideOf({ text, syntax, graphs }: Template): Side {
  const cases = graphs.map(({ templateCase }) => templateCase);
  return { text, syntax, dependencies: new Dependencies(syntax), names: graphConditions(syntax), cases };
}

/** Whether no parameter has two values. */
function hasSameParameters(earlier: TemplateCase, later: TemplateCase): boolean {
  return [...earlier.parameters].every(([name, value]) => (later.parameters.get(name) ?? value) === value);
}
