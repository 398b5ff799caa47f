import type { Expression } from './expression.ts';
import type { TemplateSyntax } from './template-syntax.ts';

/**
 * Which resources CloudFormation creates before which: those in DependsOn and those that are referred to, in whatever
 * case. Source: CloudFormation template reference, DependsOn attribute.
 */
export class Dependencies {
  readonly #resources: TemplateSyntax['resources'];
  readonly #direct = new Map<string, ReadonlySet<string>>();

  constructor({ resources }: TemplateSyntax) {
    this.#resources = resources;
  }

  /** Logical ids of all resources that are created before a resource. */
  of(logicalId: string): ReadonlySet<string> {
    const before = new Set<string>();
    const pending = [...this.#directly(logicalId)];
    for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
      if (before.has(id)) continue;
      before.add(id);
      pending.push(...this.#directly(id));
    }
    return before;
  }

  #directly(logicalId: string): ReadonlySet<string> {
    const known = this.#direct.get(logicalId);
    if (known !== undefined) return known;
    const resource = this.#resources.get(logicalId);
    const names = resource === undefined ? [] : [...resource.dependsOn, ...referencesIn(resource.content)];
    const direct = new Set(names.filter((name) => this.#resources.has(name)));
    this.#direct.set(logicalId, direct);
    return direct;
  }
}

/** The names to which an expression refers by Ref, GetAtt or Sub. */
export function referencesIn(expression: Expression): ReadonlySet<string> {
  return new Set(callsIn(expression).flatMap(namesIn));
}

/** The functions that an expression calls. */
export function functionsIn(expression: Expression): ReadonlySet<string> {
  return new Set(callsIn(expression).map(({ name }) => name));
}

type Call = Extract<Expression, { kind: 'call' }>;

function callsIn(expression: Expression): readonly Call[] {
  const calls: Call[] = [];
  const seen = new Set<Expression>();
  const pending = [expression];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    if (next.kind === 'list') pending.push(...next.items);
    if (next.kind === 'map') for (const { value } of next.entries.values()) pending.push(value);
    if (next.kind !== 'call') continue;
    calls.push(next);
    pending.push(next.argument);
  }
  return calls;
}

function namesIn({ name, argument }: Call): readonly string[] {
  const first = argument.kind === 'list' ? argument.items[0] : argument;
  if (first?.kind !== 'scalar') return [];
  if (name === 'Ref') return [first.text];
  if (name === 'Fn::GetAtt') return first.text.split('.', 1);
  if (name !== 'Fn::Sub') return [];
  return [...first.text.matchAll(/\$\{\s*([^!.}\s][^.}\s]*)/g)].flatMap(([, inner]) => inner ?? []);
}
