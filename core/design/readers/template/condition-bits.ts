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
  const ofConditions = new Map([...names].map((name, index) => [name, 1 << index]));
  const ofParameters = new Map<string, number>();
  for (const [name, bit] of ofConditions) {
    for (const parameter of namesIn(conditions.get(name), conditions))
      ofParameters.set(parameter, (ofParameters.get(parameter) ?? 0) | bit);
  }
  return { ofConditions, ofParameters };
}

/** Every name that a condition refers to, through other conditions too. */
function namesIn(condition: Expression | undefined, conditions: ReadonlyMap<string, Expression>): ReadonlySet<string> {
  const names = new Set<string>();
  const seen = new Set<Expression>();
  const pending = [condition];
  while (pending.length > 0) {
    const expression = pending.pop();
    if (expression === undefined || seen.has(expression)) continue;
    seen.add(expression);
    if (expression.kind === 'list') pending.push(...expression.items);
    else if (expression.kind === 'map') pending.push(entryOf(expression, 'Condition')?.value);
    else if (expression.kind === 'scalar') pending.push(conditions.get(expression.text));
    else if (expression.kind === 'call') {
      const { name, argument } = expression;
      if (name === 'Ref' && argument.kind === 'scalar') names.add(argument.text);
      else pending.push(argument);
    }
  }
  return names;
}
