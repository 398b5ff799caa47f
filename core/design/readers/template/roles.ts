import { groupOf, itemsIn, partIn, pick, textIn, valueIn } from './group.ts';
import { type GroupPart, type Part, placeOf, unknownPart } from './part.ts';

/** The roles of a cluster: those that let its SQL call models, and those for other features. */
export function rolesOf(properties: GroupPart): { readonly machineLearning: Part; readonly others: Part } | undefined {
  const written = partIn(properties, 'associatedRoles');
  if (written === undefined) return undefined;
  const known: GroupPart[] = [];
  for (const role of itemsIn(properties, 'associatedRoles') ?? [undefined]) {
    const group = role && groupOf(role, role.value, properties.isOpen);
    if (group === undefined || valueIn(group, 'featureName')?.value.kind === 'unknown') {
      return { machineLearning: unknownPart(written), others: unknownPart(written) };
    }
    known.push(group);
  }
  const callsModels = (role: GroupPart) => /^(Comprehend|SageMaker|Bedrock)$/.test(textIn(role, 'featureName') ?? '');
  const list = (items: readonly Part[]): Part => ({ ...placeOf(written), kind: 'list', items });
  const models = known.filter(callsModels).map((role) => pick(role, { service: 'featureName', roleArn: 'roleArn' }));
  return { machineLearning: list(models), others: list(known.filter((role) => !callsModels(role))) };
}
