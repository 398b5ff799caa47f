import { resourceTypeOf } from '../../design/format/resource-types/resource-types.ts';
import { Dependencies } from '../../design/readers/template/dependencies.ts';
import type { Resource, TemplateSyntax } from '../../design/readers/template/template-syntax.ts';
import { escapeMarkdown } from '../markdown.ts';
import type { OfferedValue } from '../values/offered-value.ts';

/**
 * The resources that one can refer to, of a type where one is given: not itself, nor what is created after it, which
 * would go round in a circle.
 */
export function others(syntax: TemplateSyntax, own: string, type?: string): readonly Resource[] {
  const all = [...syntax.resources.values()];
  const wanted = type === undefined ? all : all.filter((resource) => resource.type === type);
  if (!syntax.resources.has(own)) return wanted;
  const dependencies = new Dependencies(syntax);
  return wanted.filter(({ logicalId }) => logicalId !== own && !dependencies.of(logicalId).has(own));
}

/** A parameter with its type and Default, or a resource with its type. */
export function nameValue({ parameters, resources }: TemplateSyntax, value: string): OfferedValue {
  const parameter = parameters.get(value);
  if (parameter !== undefined) {
    const { type, default: given } = parameter;
    return { value, detail: given?.kind === 'scalar' ? `${type}, Default ${given.text}` : `${type}, no Default` };
  }
  const type = resources.get(value)?.type ?? '';
  const found = resourceTypeOf(type);
  const documentation = found && `Ref gives ${escapeMarkdown(found.returns.ref)}.`;
  return { value, detail: type, documentation };
}
