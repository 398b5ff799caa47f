import type { GraphResource } from '../design/resource-graph.ts';
import type { DesignFix } from './rule.ts';

/** A fix of a resource that cannot exist as it is written: nothing is there that CloudFormation could replace. */
export function ofNewResource(fix: DesignFix): DesignFix {
  return { ...fix, replacesNothing: true };
}

/** The fix that has CloudFormation create one resource before another. */
export function createAfter({ path }: GraphResource, { logicalId }: GraphResource): DesignFix {
  const dependsOn = [...path, 'DependsOn'];
  return { title: `Add DependsOn ${logicalId}`, edits: [{ kind: 'insert', path: dependsOn, value: logicalId }] };
}
