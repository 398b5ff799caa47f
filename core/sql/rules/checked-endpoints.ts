import { known } from '../../design/node.ts';
import { type DeclaredEndpoint, endpointsOf } from '../declared-endpoints.ts';
import { type EndpointUse, endpointUsesOf } from '../endpoint-uses.ts';
import type { SqlSubject } from '../sql-rule.ts';

/** The places where a statement calls an endpoint that the design declares, with what it declares. */
export function declaredUses(
  subject: SqlSubject,
): readonly { readonly use: EndpointUse; readonly declared: DeclaredEndpoint }[] {
  if (subject.design === undefined) return [];
  const uses = endpointUsesOf(subject);
  if (uses.length === 0) return [];
  const { endpoints } = endpointsOf(subject.design);
  return uses.flatMap((use) => {
    const declared = endpoints.find(({ name }) => name === use.endpoint);
    return declared === undefined ? [] : { use, declared };
  });
}

/** The design that governs a statement, in words. */
export function designInWords({ design, logicalId }: SqlSubject): string {
  if (logicalId !== undefined) return `the design of the cluster ${logicalId}`;
  const name = design && known(design.name);
  return name === undefined ? 'the design that governs this file' : `the design ${name}`;
}
