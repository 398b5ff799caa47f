import * as limits from '../../../facts/generated/limits.ts';
import { type Content, groupsAt, textAt } from '../../content/design-content.ts';
import type { ExportedCluster } from './exported-cluster.ts';
import type { TemplateDraft } from './template-draft.ts';
import { Intrinsic, ref, type TemplateValue } from './template-value.ts';

const { type, identifier_pattern: pattern } = limits.custom_endpoint_cfn;
const identifier = new RegExp(pattern);

/**
 * Adds the custom endpoints of a cluster, once its instances are there. One whose name CloudFormation refuses makes no
 * resource, and none does where two share a name.
 */
export function addEndpoints(
  exported: ExportedCluster,
  cluster: string,
  instances: readonly string[],
  draft: TemplateDraft,
): void {
  const endpoints = groupsAt(exported.cluster, 'endpoints');
  const names = endpoints.map((endpoint) => textAt(endpoint, 'id'));
  if (new Set(names).size < names.length) return;
  for (const endpoint of endpoints) {
    const name = textAt(endpoint, 'id');
    if (name === undefined || !identifier.test(name) || name.length > limits.custom_endpoint_name.max_length) continue;
    const [fixed, excluded] = [
      membersOf(endpoint, 'staticMembers', instances, draft),
      membersOf(endpoint, 'excludedMembers', instances, draft),
    ];
    draft.add(`Endpoint ${name}`, {
      type,
      dependsOn: instances.filter((instance) => ![...(fixed ?? []), ...(excluded ?? [])].some(refersTo(instance))),
      properties: {
        CustomEndpointType: textAt(endpoint, 'type') ?? 'ANY',
        DBClusterEndpointIdentifier: name,
        DBClusterIdentifier: ref(cluster),
        ExcludedMembers: excluded,
        StaticMembers: fixed,
      },
    });
  }
}

/** The members of a list: those that stand in the template by reference. */
function membersOf(
  endpoint: Content,
  list: string,
  instances: readonly string[],
  draft: TemplateDraft,
): readonly TemplateValue[] | undefined {
  const { [list]: members } = endpoint;
  if (!Array.isArray(members) || members.length === 0) return undefined;
  return members.map((member) => {
    const named = instances.find((logicalId) => {
      const { DBInstanceIdentifier: id } = draft.resources.get(logicalId)?.properties ?? {};
      return id === member;
    });
    return named === undefined ? member : ref(named);
  });
}

function refersTo(instance: string) {
  return (member: TemplateValue) => member instanceof Intrinsic && member.argument === instance;
}
