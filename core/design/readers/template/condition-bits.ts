import { type Expression, entryOf } from './expression.ts';
import type { TemplateSyntax } from './template-syntax.ts';

/** Which bit stands for each condition, and which for the conditions that a parameter decides. */
export interface ConditionBits {
  readonly ofConditions: ReadonlyMap<string, number>;
  readonly ofParameters: ReadonlyMap<string, number>;
}

export const noBits: ConditionBits = { ofConditions: new Map(), ofParameters: new Map() };

/** Gives each of the named conditions its bit, and each parameter the bits of those that rest on it. */
export function conditionBits({ conditions }: TemplateSyntax, names: ReadonlySet<string>): ConditionBits {
  const ofConditions = new Map([...names].map((name, index) => [name, 2 ** index]));
  const ofParameters = new Map<string, number>();
  for (const [name, bit] of ofConditions) {
    const parameters = new Set<string>();
    collect(conditions.get(name), conditions, parameters, new Set());
    for (const parameter of parameters) ofParameters.set(parameter, (ofParameters.get(parameter) ?? 0) | bit);
  }
  return { ofConditions, ofParameters };
}

/** Every name that a condition refers to, through other conditions too. */
function collect(
  expression: Expression | undefined,
  conditions: ReadonlyMap<string, Expression>,
  names: Set<string>,
  seen: Set<Expression>,
): void {
  if (expression === undefined || seen.has(expression)) return;
  seen.add(expression);
  if (expression.kind === 'list') for (const item of expression.items) collect(item, conditions, names, seen);
  const other = entryOf(expression, 'Condition')?.value ?? expression;
  if (other.kind === 'scalar') collect(conditions.get(other.text), conditions, names, seen);
  if (expression.kind !== 'call') return;
  const { name, argument } = expression;
  if (name === 'Ref' && argument.kind === 'scalar') names.add(argument.text);
  collect(argument, conditions, names, seen);
}
