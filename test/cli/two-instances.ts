/** A writer in the first AZ, as a line of `instances`. */
const writer = '    - { id: orders-a, class: db.r7g.large, availabilityZone: us-east-1a }\n';

/** A reader in the second. */
export const reader = '    - { id: orders-b, class: db.r7g.large, availabilityZone: us-east-1b }\n';

/** A small blueprint: a writer, the readers given, and what stands below them. */
export function blueprintWith(readers: string, rest: string): string {
  return `aurora: 1
name: orders
engine: aurora-postgresql
profile: development
primary:
  region: us-east-1
  instances:
${writer}${readers}${rest}`;
}
