import { resourceTypes } from '../../design/format/resource-types/resource-types.ts';
import { text } from '../../design/format/scalar.ts';
import { list, object, type Properties, type Shape } from '../../design/format/shape.ts';
import * as limits from '../../facts/generated/limits.ts';
import * as replacement from '../../facts/generated/replacement.ts';
import { condition, dependency } from '../../facts/generated/resource-types.ts';
import { escapeMarkdown, factAsMarkdown } from '../markdown.ts';
import type { OfferedValue } from '../values/offered-value.ts';

/** What a template says of a resource beside its properties, in the order in which people write it. */
export const resourceAttributes = {
  Type: text({ summary: 'What the resource is.', example: 'AWS::RDS::DBCluster' }),
  Condition: text({ summary: 'The condition without which the resource does not exist.', facts: [condition] }),
  DependsOn: list(text({ summary: 'A resource that is created before.' }), {
    summary: 'Resources that are created before this one, where no reference says so.',
    facts: [dependency],
  }),
  DeletionPolicy: text({
    summary: 'What becomes of the resource when it leaves the stack.',
    default: 'Snapshot for a DB cluster, otherwise Delete',
    facts: [replacement.deletion_policy, limits.deletion_final_snapshot],
  }),
  UpdateReplacePolicy: text({
    summary: 'What becomes of the old resource when an update replaces it.',
    default: replacement.update_replace_policy.default,
    facts: [replacement.update_replace_policy],
  }),
  Metadata: object({}, { summary: 'What tools are to know of the resource; AuroraBlueprint.ignore silences rules.' }),
  Properties: object({}, { summary: 'The properties of the resource.' }),
} satisfies Properties;

/** The attribute of a resource of this name. */
export function resourceAttribute(name: string): Shape | undefined {
  return Object.hasOwn(resourceAttributes, name)
    ? resourceAttributes[name as keyof typeof resourceAttributes]
    : undefined;
}

const policies: Readonly<Record<string, string>> = {
  Delete: 'it goes, and its data with it',
  Retain: 'it stays, outside the stack, and goes on costing',
  Snapshot: 'a last snapshot stays, which never expires',
};

/** The values of `DeletionPolicy` and `UpdateReplacePolicy` for a resource: only a cluster leaves a snapshot. */
export function policiesFor(type: string, attribute: string): readonly OfferedValue[] {
  const names = type === 'AWS::RDS::DBCluster' ? ['Snapshot', 'Retain', 'Delete'] : ['Retain', 'Delete'];
  const fact = attribute === 'DeletionPolicy' ? replacement.deletion_policy : replacement.update_replace_policy;
  const offered = names.map((value) => ({
    value,
    detail: policies[value] ?? '',
    documentation: factAsMarkdown(fact),
  }));
  if (attribute !== 'DeletionPolicy') return offered;
  return [...offered, { value: 'RetainExceptOnCreate', detail: 'it stays, unless its creation is rolled back' }];
}

/** The types of which Aurora clusters are made, as far as they have the properties that are written already. */
export function typesFor(properties: readonly string[]): readonly OfferedValue[] {
  const fitting = resourceTypes.filter(({ shape }) =>
    properties.every((name) => Object.hasOwn(shape.properties, name)),
  );
  return fitting.map(({ returns, shape }) => ({
    value: returns.type,
    detail: shape.documentation.summary,
    documentation: `${escapeMarkdown(shape.documentation.summary)}\n\n${factAsMarkdown(returns)}`,
  }));
}
