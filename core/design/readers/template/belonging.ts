import { valueIn } from './group.ts';
import type { Part } from './part.ts';
import { identityOf, type Resolved } from './resolved.ts';
import type { ResolvedResource } from './resources.ts';

/** Whether a value names a cluster of the template: by Ref, or by the same identifier. Undefined when it may. */
export function namesCluster(part: Part | undefined, cluster: ResolvedResource): boolean | undefined {
  if (part?.kind !== 'value') return false;
  const { value } = part;
  if (value.kind === 'unknown' && value.resource !== undefined) return value.resource === cluster.logicalId;
  const identifier = valueIn(cluster.properties, 'clusterIdentifier')?.value;
  if (identifier === undefined) return value.kind === 'scalar' ? false : undefined;
  if (sameText(identifier, value)) return true;
  return value.kind === 'scalar' && identifier.kind === 'scalar' ? false : undefined;
}

/** Identifiers are stored in lower case. */
function sameText(a: Resolved, b: Resolved): boolean {
  if (a.kind === 'scalar' && b.kind === 'scalar') return a.text.toLowerCase() === b.text.toLowerCase();
  return identityOf(a) === identityOf(b);
}
