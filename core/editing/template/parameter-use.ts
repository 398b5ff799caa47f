import { resourceTypeOf } from '../../design/format/resource-types/resource-types.ts';
import type { Path } from '../../design/path.ts';
import type { Expression } from '../../design/readers/template/expression.ts';
import type { Resource, TemplateSyntax } from '../../design/readers/template/template-syntax.ts';

/** A property whose whole value is a parameter. */
export interface ParameterUse {
  readonly resource: Resource;
  readonly property: Path;
}

/** The first property of a known resource whose value, in some case, is the parameter. */
export function parameterUse({ resources }: TemplateSyntax, parameter: string): ParameterUse | undefined {
  for (const resource of resources.values()) {
    const { properties, type } = resource;
    if (properties === undefined || resourceTypeOf(type) === undefined) continue;
    const property = findUse(properties, parameter, []);
    if (property !== undefined) return { resource, property };
  }
  return undefined;
}

function findUse(expression: Expression, parameter: string, path: Path): Path | undefined {
  switch (expression.kind) {
    case 'map':
      for (const [name, { value }] of expression.entries) {
        const found = findUse(value, parameter, [...path, name]);
        if (found !== undefined) return found;
      }
      return undefined;
    case 'list':
      return firstUse(expression.items, parameter, (index) => [...path, index]);
    case 'call': {
      const { name, argument } = expression;
      if (name === 'Ref' && argument.kind === 'scalar') return argument.text === parameter ? path : undefined;
      const isChoice = name === 'Fn::If' && argument.kind === 'list';
      return isChoice ? firstUse(argument.items.slice(1), parameter, () => path) : undefined;
    }
    default:
      return undefined;
  }
}

function firstUse(items: readonly Expression[], parameter: string, pathOf: (index: number) => Path): Path | undefined {
  for (const [index, item] of items.entries()) {
    const found = findUse(item, parameter, pathOf(index));
    if (found !== undefined) return found;
  }
  return undefined;
}
