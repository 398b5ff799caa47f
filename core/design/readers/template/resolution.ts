import type { Range } from '../../../text/range.ts';
import type { Expression } from './expression.ts';
import type { Resolved } from './resolved.ts';

/** What intrinsic functions ask of whoever resolves them. */
export interface Resolution {
  readonly mappings: Expression | undefined;
  resolve(expression: Expression): Resolved;
  /** The outcome of a condition in this case; undefined when it cannot be told. */
  condition(name: string): boolean | undefined;
  /** What `Ref` gives for a parameter, a pseudo-parameter or a resource. */
  reference(name: string, range: Range): Resolved;
  /** What `GetAtt` gives for a logical id and an attribute, with a dot between them. */
  attribute(name: string, range: Range): Resolved;
}
