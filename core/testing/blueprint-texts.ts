/** A primary with two instances, and more lines of it. */
export const cluster = (lines: string, engine = 'aurora-postgresql') => `aurora: 1
name: orders
engine: ${engine}
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
    - { id: orders-b, class: db.r7g.large }
${lines}`;

/** A primary with these instances, and more lines below it. */
export const instances = (items: string, lines = '') => `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
${items}${lines}`;
