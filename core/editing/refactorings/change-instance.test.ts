import { expect, test } from 'vitest';
import { refactor, titles } from '../../testing/refactor.ts';

const primary = (instances: string) => `aurora: 1
name: orders
engine: aurora-postgresql
engineVersion: "16.9"
primary:
  region: us-east-1
  instances:
${instances}`;
const three = (b = '', c = '') =>
  primary(`    - { id: orders-a, class: db.r7g.large, promotionTier: 0 }
    - { id: orders-b${b}, class: db.r7g.2xlarge, promotionTier: 2 } # reports
    - { id: orders-c${c}, class: db.r7g.xlarge, promotionTier: 1 }
`);
const ofInstance = (marked: string) => titles(marked).filter((title) => /^(Make|Promote|Change) /.test(title));

test('what can be changed of a reader stands at its lines', () => {
  expect(ofInstance(three('$0'))).toEqual([
    'Make orders-b the writer',
    'Promote orders-b first, with tier 0',
    'Change orders-b to db.r7g.4xlarge',
    'Change orders-b to db.r7g.xlarge',
  ]);
  expect(ofInstance(three('', '$0'))).not.toContainEqual(expect.stringContaining('Promote'));
  expect(ofInstance(primary('    - { id: orders-a$0, class: db.r7g.large }\n'))).toEqual([
    'Change orders-a to db.r7g.xlarge',
  ]);
});

test('another instance writes, and the one that said so says it no more', () => {
  expect(refactor(three('$0'), 'the writer')).toBe(
    three().replace('promotionTier: 2', 'role: writer, promotionTier: 2'),
  );
  const said = primary(`    - { id: orders-a$0, class: db.r7g.large }
    - id: orders-b
      class: db.r7g.large
      role: writer
`);
  expect(refactor(said, 'the writer')).toBe(
    primary(`    - { id: orders-a, class: db.r7g.large, role: writer }
    - id: orders-b
      class: db.r7g.large
`),
  );
});

test('the tier goes below those of the others, comments stay', () => {
  expect(refactor(three('$0'), 'Promote')).toBe(three().replace('promotionTier: 2', 'promotionTier: 0'));
});

test('the class is the next in its family', () => {
  expect(refactor(three('$0'), 'db.r7g.4xlarge')).toBe(three().replace('db.r7g.2xlarge', 'db.r7g.4xlarge'));
});

test('nobody is made the writer of a global secondary, of a multi-master cluster, or where roles are not known', () => {
  const secondary = `${three()}secondaries:
  - region: eu-west-1
    instances:
      - { id: orders-eu-a, class: db.r7g.large }
      - { id: orders-eu-b$0, class: db.r7g.large }
`;
  const multiMaster = three('$0').replace('  region: us-east-1', '  region: us-east-1\n  engineMode: multimaster');
  const unclear = three('$0').replace('promotionTier: 0', 'role: chief');
  for (const marked of [secondary, multiMaster, unclear]) {
    expect(ofInstance(marked)).not.toContainEqual(expect.stringContaining('the writer'));
  }
});
