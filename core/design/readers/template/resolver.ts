import type { Range } from '../../../text/range.ts';
import type { TemplateCase } from './case.ts';
import type { ConditionBits } from './condition-bits.ts';
import { type Expression, entryOf, type MapExpression, type ScalarExpression } from './expression.ts';
import { resolvers } from './intrinsic-functions.ts';
import { Reliance } from './reliance.ts';
import type { Resolution } from './resolution.ts';
import { callIdentity, computed, type Resolved } from './resolved.ts';
import type { Parameter, TemplateSyntax } from './template-syntax.ts';

/** Most values resolved in one case; functions of functions could otherwise make a small text endless. */
const mostValues = 100_000;
/** Deepest nesting that is followed; a mapping can refer to itself. */
const deepest = 200;

/** Attributes that give back what a property says. */
const echoed: ReadonlyMap<string, string> = new Map([['AWS::EC2::Subnet', 'AvailabilityZone']]);

/** Resolves the expressions of a template in one case of its conditions. What cannot be resolved is unknown. */
export class Resolver implements Resolution {
  readonly template: TemplateSyntax;
  readonly reliance = new Reliance();
  readonly #case: Omit<TemplateCase, 'bits'>;
  readonly #bits: ConditionBits;
  #values = 0;
  #depth = 0;

  constructor(template: TemplateSyntax, templateCase: Omit<TemplateCase, 'bits'>, bits: ConditionBits) {
    this.template = template;
    this.#case = templateCase;
    this.#bits = bits;
  }

  get mappings(): Expression | undefined {
    return this.template.mappings;
  }

  resolve(expression: Expression): Resolved {
    this.#values += 1;
    const { range } = expression;
    if (this.#values > mostValues || this.#depth > deepest) {
      return { kind: 'unknown', identity: `unread ${this.#values}`, range };
    }
    this.#depth += 1;
    const resolved = this.#resolve(expression);
    this.#depth -= 1;
    return resolved;
  }

  #resolve(expression: Expression): Resolved {
    const { range } = expression;
    switch (expression.kind) {
      case 'scalar':
        return resolveScalar(expression);
      case 'list':
        return { kind: 'list', items: this.resolveItems(expression.items), range };
      case 'map':
        return this.#resolveMap(expression);
      case 'call':
        return this.#resolveCall(expression.name, expression.argument, range);
      case 'nothing':
        return { kind: 'absent', range };
      case 'unreadable':
        return { kind: 'unknown', identity: `unreadable ${range.start}`, range };
    }
  }

  /** Items of a list; those that come to nothing (`AWS::NoValue`) are left out. */
  resolveItems(items: readonly Expression[]): readonly Resolved[] {
    return items.map((item) => this.resolve(item)).filter(({ kind }) => kind !== 'absent');
  }

  condition(name: string): boolean | undefined {
    this.reliance.note(this.#bits.ofConditions.get(name) ?? 0);
    return this.#case.outcomes.get(name);
  }

  reference(name: string, range: Range): Resolved {
    if (name === 'AWS::NoValue') return { kind: 'absent', range };
    const unknown: Resolved = { kind: 'unknown', identity: `Ref ${name}`, range };
    const parameter = this.template.parameters.get(name);
    this.reliance.note(this.#bits.ofParameters.get(name) ?? 0);
    const chosen = this.#case.parameters.get(name);
    if (chosen === '') return { ...unknown, isEmpty: true };
    const isInStore = parameter?.type.startsWith('AWS::SSM::') === true;
    if (chosen !== undefined && !isInStore) return typed(parameter, computed(chosen, range));
    if (parameter === undefined) {
      const isResource = this.template.resources.has(name);
      return { ...unknown, isEmpty: false, ...(isResource ? { resource: name } : {}) };
    }
    const only = chosen === undefined ? onlyValueOf(parameter) : undefined;
    if (only !== undefined) return computed(only, range);
    const written = chosen === undefined ? this.#default(name, parameter) : undefined;
    if (written !== undefined) return written;
    return !parameter.mayBeEmpty || this.#case.filled.has(name) ? { ...unknown, isEmpty: false } : unknown;
  }

  attribute(name: string, range: Range): Resolved {
    const [logicalId = name, ...rest] = name.split('.');
    const resource = this.template.resources.get(logicalId);
    const written =
      echoed.get(resource?.type ?? '') === rest.join('.') ? entryOf(resource?.properties, rest.join('.')) : undefined;
    const value = written === undefined ? undefined : this.resolve(written.value);
    if (value?.kind === 'scalar' || value?.kind === 'unknown') return { ...value, range };
    return { kind: 'unknown', identity: `GetAtt ${name}`, resource: logicalId, isEmpty: false, range };
  }

  /** The Default of a parameter; none for a name in Parameter Store and for what is filled in at deploy time. */
  #default(name: string, parameter: Parameter): Resolved | undefined {
    const { default: written, type } = parameter;
    if (written?.kind !== 'scalar' || written.text.trim() === '' || type.startsWith('AWS::SSM::')) return undefined;
    if (this.#case.undecided.has(name)) return undefined;
    const scalar = resolveScalar(written);
    return scalar.kind === 'scalar' ? typed(parameter, { ...scalar, defaults: [name] }) : undefined;
  }

  #resolveMap({ entries, isOpen, range }: MapExpression): Resolved {
    const resolved = [...entries].flatMap(([name, { key, value }]) => {
      const inner = this.resolve(value);
      return inner.kind === 'absent' ? [] : [[name, { key, value: inner }] as const];
    });
    return { kind: 'map', entries: new Map(resolved), isOpen, range };
  }

  #resolveCall(name: string, argument: Expression, range: Range): Resolved {
    const resolver = Object.hasOwn(resolvers, name) ? resolvers[name] : undefined;
    if (resolver !== undefined) return resolver(this, argument, range);
    const written = argument.kind === 'list' ? this.resolveItems(argument.items) : [this.resolve(argument)];
    const unknown: Resolved = { kind: 'unknown', identity: callIdentity(name, written), range };
    // Nothing empty can be exported.
    return name === 'Fn::ImportValue' ? { ...unknown, isEmpty: false } : unknown;
  }
}

/** The one value that a parameter can have. */
function onlyValueOf({ type, allowedValues }: Parameter): string | undefined {
  const [only, ...others] = allowedValues ?? [];
  const isPlain = type === 'String' || type === 'Number';
  return isPlain && others.length === 0 && only !== undefined && only !== '' ? only : undefined;
}

/** Text with `${` or `{{` is filled in by somebody else: by a resolve reference, or by another tool. */
function resolveScalar({ value, text, isPlain, range }: ScalarExpression): Resolved {
  if (/\$\{|\{\{/.test(text)) return { kind: 'unknown', identity: JSON.stringify(text), isEmpty: false, range };
  return { kind: 'scalar', value, text, isPlain, defaults: [], range };
}

/** The value of a parameter by its type: lists are written with commas. */
function typed(parameter: Parameter | undefined, scalar: Resolved): Resolved {
  if (scalar.kind !== 'scalar' || parameter === undefined || !/^(CommaDelimitedList|List<)/.test(parameter.type))
    return scalar;
  const items = scalar.text.split(',').map((item) => ({ ...scalar, value: item.trim(), text: item.trim() }));
  return { kind: 'list', items, range: scalar.range };
}
