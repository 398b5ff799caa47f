import { resourceTypeOf } from '../design/format/resource-types/resource-types.ts';
import type { Shape } from '../design/format/shape.ts';
import { formatPath, type Path } from '../design/path.ts';
import type { Expression } from '../design/readers/template/expression.ts';
import { parseTemplate } from '../design/readers/template/template-syntax.ts';

/**
 * What is wrong with the form of a template: broken YAML, and in the resources of Aurora clusters keys that nobody
 * knows, keys twice, and groups or lists where something else belongs. Undefined when the text is no template.
 */
export function templateFormFaults(text: string): readonly string[] | undefined {
  const syntax = parseTemplate(text);
  if (syntax === undefined) return undefined;
  const faults = [...syntax.resources.values()].flatMap(({ logicalId, type, properties }) => {
    const known = resourceTypeOf(type);
    return known === undefined || properties === undefined ? [] : faultsIn(known.shape, properties, [logicalId]);
  });
  return [...syntax.document.errors.map(({ code }) => code), ...faults];
}

function faultsIn(shape: Shape, expression: Expression, path: Path): readonly string[] {
  if (expression.kind === 'call' || expression.kind === 'nothing') return [];
  const fault = (what: string) => [`${what} at ${formatPath(path)}`];
  if (expression.kind === 'scalar') {
    return shape.kind === 'scalar' || expression.text === '' ? [] : fault(`${expression.text} for a ${shape.kind}`);
  }
  if (expression.kind === 'list' && shape.kind === 'list') {
    return expression.items.flatMap((item, index) => faultsIn(shape.item, item, [...path, index]));
  }
  if (expression.kind !== 'map' || (shape.kind !== 'object' && shape.kind !== 'record')) return fault(expression.kind);
  if (expression.isOpen) return fault('a key twice');
  return [...expression.entries].flatMap(([key, { value }]) => {
    const inner = shape.kind === 'record' ? shape.item : shape.properties[key];
    return inner === undefined ? fault(`unknown ${key}`) : faultsIn(inner, value, [...path, key]);
  });
}
