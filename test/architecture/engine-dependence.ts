import { parseSync } from '@swc/core';

/** Members of Math that the ECMAScript standard defines to the last bit. */
const exactMath = new Set([
  'abs',
  'ceil',
  'clz32',
  'floor',
  'fround',
  'imul',
  'max',
  'min',
  'round',
  'sign',
  'sqrt',
  'trunc',
]);

/** Names whose results depend on the clock, the locale or the JavaScript engine. */
const dependent = /^(Date|Intl|localeCompare|toLocale\w+|performance)$/;

/**
 * What a TypeScript source computes with whose result may differ between machines or JavaScript engines: `Math` beyond
 * its exact members, `**`, the clock, locales. Comments and strings do not count; the source has to parse.
 */
export function engineDependence(source: string): readonly string[] {
  const found: string[] = [];
  visit(parseSync(source, { syntax: 'typescript', tsx: false, target: 'es2022' }), found);
  return found;
}

/** A node of the syntax tree: what is not asked for here does not matter. */
interface SyntaxNode {
  readonly type?: unknown;
  readonly value?: unknown;
  readonly operator?: unknown;
  readonly object?: unknown;
  readonly property?: unknown;
}

function visit(node: unknown, found: string[]): void {
  if (Array.isArray(node)) {
    for (const child of node) visit(child, found);
  } else if (isNode(node)) {
    const { type, value, operator, object, property } = node;
    if (type === 'MemberExpression' && isNamed(object, 'Math')) {
      const member = isNode(property) ? property.value : undefined;
      if (typeof member !== 'string') found.push('Math[…]');
      else if (!exactMath.has(member)) found.push(`Math.${member}`);
      return;
    }
    if (operator === '**' || operator === '**=') found.push(operator);
    if (isNamed(node, 'Math')) found.push('Math as a value');
    if (type === 'Identifier' && dependent.test(String(value))) found.push(String(value));
    for (const child of Object.values(node)) visit(child, found);
  }
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isNamed(value: unknown, name: string): boolean {
  return isNode(value) && value.type === 'Identifier' && value.value === name;
}
