import type { Expression } from '../../design/readers/template/expression.ts';

/** An expression on one line, as people read it. */
export function expressionText(expression: Expression): string {
  switch (expression.kind) {
    case 'scalar':
      return expression.text;
    case 'list':
      return `[${expression.items.map(expressionText).join(', ')}]`;
    case 'map':
      return `{ ${[...expression.entries].map(([name, { value }]) => `${name}: ${expressionText(value)}`).join(', ')} }`;
    case 'call':
      return `!${expression.name.replace('Fn::', '')} ${expressionText(expression.argument)}`;
    default:
      return '';
  }
}
