import { resourceTypeOf, resourceTypes } from '../../design/format/resource-types/resource-types.ts';
import { type Expression, entryOf } from '../../design/readers/template/expression.ts';
import type { Resource, TemplateSyntax } from '../../design/readers/template/template-syntax.ts';
import { condition, dependency } from '../../facts/generated/resource-types.ts';
import { factAsMarkdown } from '../markdown.ts';
import type { OfferedValue } from '../values/offered-value.ts';
import { expressionText } from './expression-text.ts';
import { nameValue, others } from './offered-names.ts';
import { pseudoParameters } from './pseudo-parameters.ts';
import type { CallAround } from './template-cursor.ts';
import { fittings, isNamedLike } from './whole-references.ts';

/**
 * The names that can stand in an argument of a function; those that fit the property first. Undefined for a function
 * whose arguments are no names.
 */
export function namesForCall(
  syntax: TemplateSyntax,
  { name, position, words }: CallAround,
  property: string,
  own: string,
): readonly OfferedValue[] | undefined {
  switch (name) {
    case 'Ref':
      return referable(syntax, property, own);
    case 'Fn::Sub':
      return position === 0 ? [...referable(syntax, property, own), ...attributes(syntax, own)] : [];
    case 'Fn::GetAtt':
      if (words.length === 0) return attributes(syntax, own, property);
      return position === 0 ? resourceNames(syntax, own) : attributesOf(syntax.resources.get(words[0] ?? ''));
    case 'Fn::If':
    case 'Condition':
      return position === 0 ? conditionNames(syntax) : undefined;
    case 'Fn::FindInMap':
      return mappingNames(syntax, position, words);
    default:
      return undefined;
  }
}

/** The resources of a template that another one can depend on, those of clusters first. */
export function resourceNames(syntax: TemplateSyntax, own: string): readonly OfferedValue[] {
  const isOfCluster = ({ type }: Resource) => resourceTypeOf(type) !== undefined;
  const all = others(syntax, own);
  const names = [...all.filter(isOfCluster), ...all.filter((one) => !isOfCluster(one))].map(({ logicalId }) =>
    nameValue(syntax, logicalId),
  );
  return names.map((one) => ({ ...one, documentation: one.documentation ?? factAsMarkdown(dependency) }));
}

/** The conditions of a template, each with what it says. */
export function conditionNames({ conditions }: TemplateSyntax): readonly OfferedValue[] {
  return [...conditions].map(([value, expression]) => ({
    value,
    detail: expressionText(expression),
    documentation: factAsMarkdown(condition),
  }));
}

function referable(syntax: TemplateSyntax, property: string, own: string): readonly OfferedValue[] {
  const fitting = fittings[property];
  const resources = others(syntax, own);
  const first = resources.filter(({ type }) => type === fitting?.type);
  const parameters = [...syntax.parameters.keys()];
  const like = parameters.filter((name) => isNamedLike(name, property));
  const names = [
    ...first.map(({ logicalId }) => logicalId),
    ...like,
    ...parameters,
    ...resources.filter(({ type }) => resourceTypeOf(type) !== undefined).map(({ logicalId }) => logicalId),
    ...resources.map(({ logicalId }) => logicalId),
  ];
  return [...[...new Set(names)].map((name) => nameValue(syntax, name)), ...pseudoParameters];
}

/** Every attribute of every resource of a known type, as `Cluster.Endpoint.Address`; what fits the property first. */
function attributes(syntax: TemplateSyntax, own: string, property = ''): readonly OfferedValue[] {
  const fitting = fittings[property];
  const resources = others(syntax, own);
  const wanted = resources
    .filter(({ type }) => fitting?.attribute !== undefined && type === fitting.type)
    .map(({ logicalId, type }) => ({ value: `${logicalId}.${fitting?.attribute}`, detail: type }));
  const all = resources.flatMap((resource) =>
    attributesOf(resource).map((attribute) => ({ ...attribute, value: `${resource.logicalId}.${attribute.value}` })),
  );
  return [...wanted, ...all];
}

const attributesByType: ReadonlyMap<string, readonly OfferedValue[]> = new Map(
  resourceTypes.map(({ returns }) => {
    const documentation = factAsMarkdown(returns);
    return [
      returns.type,
      Object.entries(returns.attributes).map(([value, detail]) => ({ value, detail, documentation })),
    ];
  }),
);

/** The attributes of a resource of a known type. */
export function attributesOf(resource: Resource | undefined): readonly OfferedValue[] {
  return attributesByType.get(resource?.type ?? '') ?? [];
}

function mappingNames({ mappings }: TemplateSyntax, position: number, words: readonly string[]) {
  const [map = '', first = ''] = words;
  const keysOf = (expression: Expression | undefined): readonly OfferedValue[] =>
    expression?.kind === 'map' ? [...expression.entries.keys()].map((value) => ({ value })) : [];
  if (position === 0) return keysOf(mappings);
  const chosen = entryOf(mappings, map)?.value;
  if (position === 1) return keysOf(chosen);
  const [example] = chosen?.kind === 'map' ? chosen.entries.values() : [];
  return position === 2 ? keysOf(entryOf(chosen, first)?.value ?? example?.value) : [];
}
