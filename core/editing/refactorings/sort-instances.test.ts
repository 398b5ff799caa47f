import { expect, test } from 'vitest';
import { offered, refactor, titles } from '../../testing/refactor.ts';

const primary = (instances: string) => `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:${instances}
  deletionProtection: true
`;
const sort = 'Sort instances by AZ, the writer first';

test('instances come by AZ behind the writer, each with its comments, and empty lines stay where they are', () => {
  const text = primary(` # three
    # reads reports
    # at night
    - { id: c, class: db.r7g.large, availabilityZone: us-east-1c } # c

    - id: b
      class: db.r7g.large
      availabilityZone: us-east-1b
      # added in May
    - { id: x, class: db.r7g.large }
    # the writer
    - { id: w$0, class: db.r7g.large, availabilityZone: us-east-1b, role: writer }
    - { id: a, class: db.r7g.large, availabilityZone: us-east-1a }
    # - { id: d, class: db.r7g.large }`);
  expect(refactor(text, sort)).toBe(
    primary(` # three
    # the writer
    - { id: w, class: db.r7g.large, availabilityZone: us-east-1b, role: writer }

    - { id: a, class: db.r7g.large, availabilityZone: us-east-1a }
    - id: b
      class: db.r7g.large
      availabilityZone: us-east-1b
      # added in May
    # reads reports
    # at night
    - { id: c, class: db.r7g.large, availabilityZone: us-east-1c } # c
    - { id: x, class: db.r7g.large }
    # - { id: d, class: db.r7g.large }`),
  );
});

test('a list on one line is sorted; the one that writes without saying so stays first', () => {
  const item = (id: string, zone: string) => `{ id: ${id}, class: db.r7g.large, availabilityZone: us-east-1${zone} }`;
  expect(refactor(primary(` [${item('w', 'c')}, $0${item('b', 'b')}, ${item('a', 'a')}]`), sort)).toBe(
    primary(` [${item('w', 'c')}, ${item('a', 'a')}, ${item('b', 'b')}]`),
  );
});

test('as a source action it sorts the instances of all clusters', () => {
  const text = `aurora$0: 1
primary:
  instances: [{ id: w }, { id: b, availabilityZone: us-east-1b }, { id: a, availabilityZone: us-east-1a }]
secondaries:
  - instances: [{ id: d, availabilityZone: eu-west-1b }, { id: c, availabilityZone: eu-west-1a }]
`;
  expect(offered(text).refactorings.find(({ kind }) => kind === 'source.sortMembers')?.title).toBe(
    `${sort}, in this file`,
  );
  const sorted = refactor(text, `${sort}, in this file`);
  expect([...sorted.matchAll(/id: (\w)/g)].map(([, id]) => id).join('')).toBe('wabcd');
});

test.each([
  [
    'that are sorted',
    '\n    - { id: a, availabilityZone: us-east-1a }\n    - { id: b$0, availabilityZone: us-east-1b }',
  ],
  ['of no AZ', '\n    - { id: b }\n    - { id: a$0 }'],
  [
    'with a comment between brackets, which belongs to nobody',
    ' [\n    { id: w }, # writes\n    { id: b$0, availabilityZone: us-east-1b },\n    { id: a, availabilityZone: us-east-1a },\n  ]',
  ],
  [
    'of which one would stand before the anchor that it uses',
    '\n    - { id: w }\n    - { id: b$0, class: &c db.r7g.large, availabilityZone: us-east-1b }\n    - { id: a, class: *c, availabilityZone: us-east-1a }',
  ],
])('instances %s are left alone', (_, instances) => {
  expect(titles(primary(instances)).filter((title) => title.startsWith('Sort'))).toEqual([]);
});
