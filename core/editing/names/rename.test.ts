import { describe, expect, test } from 'vitest';
import { readBlueprint } from '../../design/readers/blueprint.ts';
import { readTemplate } from '../../design/readers/template.ts';
import { readFixture } from '../../testing/markers.ts';
import { applyEdits } from '../../text/range.ts';
import { blueprintNames } from './blueprint-names.ts';
import type { NameIndex } from './name.ts';
import { isRefusal, rename } from './rename.ts';
import { templateNames } from './template-names.ts';

function indexOf(text: string): NameIndex {
  const template = readTemplate(text);
  return template === undefined ? blueprintNames(readBlueprint(text)) : templateNames(template);
}

/** The text after a rename at `$0`, or why there is none. */
function renamed(marked: string, newName: string): string {
  const { text, cursor = 0 } = readFixture(marked);
  const index = indexOf(text);
  const name = index.at(cursor)?.name;
  if (name === undefined) return 'no name';
  const edits = rename(index, name, newName);
  return isRefusal(edits) ? edits.problem : applyEdits(text, edits);
}

const instances = (rest: string) => `primary:\n  instances:\n    - { id: orde$0rs-a }\n    - { id: orders-b }\n${rest}`;

describe('a new name is written', () => {
  test.each([
    ['in each style of quotes', 'crash: orders-a }, { at: 1s, restart: "orders-a" }, { at: 2s, remove: \'orders-a\''],
    ['beside comments', 'crash: orders-a # orders-a goes\n      }, { at: 1s, restart: orders-a # kept\n     '],
  ])('%s', (_, events) => {
    const text = instances(`scenarios:\n  - name: x\n    events: [{ at: 1s, ${events} }]\n`);
    const after = renamed(text, 'orders-1');
    expect(after).toBe(
      text.replace('$0', '').replaceAll(/(id: |crash: |restart: |remove: )(["']?)orders-a/g, '$1$2orders-1'),
    );
  });

  test('in keys and values of block style', () => {
    const text = (name: string) =>
      `primary:\n  instances:\n    - id: ${name}\nscenarios:\n  - name: x\n    expect:\n      at:\n        - capacity:\n            ${name}: 4\n`;
    expect(renamed(text('orde$0rs-a'), 'orders-1')).toBe(text('orders-1'));
    expect(renamed(text('orders-a').replace('  orders-a: 4', '  orde$0rs-a: 4'), 'orders-1')).toBe(text('orders-1'));
  });

  test('where the anchor stands, not at its aliases', () => {
    const text = (name: string) =>
      `x-id: &id ${name}\nprimary:\n  instances: [{ id: *id }]\nscenarios: [{ name: x, events: [{ at: 1s, crash: *id }] }]\n`;
    expect(renamed(text('orde$0rs-a'), 'orders-1')).toBe(text('orders-1'));
  });

  test('of an anchor, at its aliases and merge keys', () => {
    const text = (name: string) => `x-a: &${name} { class: b }\nprimary:\n  instances: [{ <<: *${name}, id: a }]\n`;
    expect(renamed(text('sm$0all'), 'tiny')).toBe(text('tiny'));
  });

  test('with quotes where YAML would take it for something else, and what quotes need', () => {
    const scenario = (name: string) => `scenarios:\n  - name: ${name}\n`;
    expect(renamed(scenario('lo$0se'), 'lose: all')).toBe(scenario('"lose: all"'));
    expect(renamed(scenario('lo$0se'), 'lose an AZ, then "x"')).toBe(scenario('lose an AZ, then "x"'));
    expect(renamed('scenarios: [{ name: lo$0se }]\n', 'a, b')).toBe('scenarios: [{ name: "a, b" }]\n');
    expect(renamed(scenario("'lo$0se'"), "it's")).toBe(scenario("'it''s'"));
    expect(renamed(scenario('"lo$0se"'), 'a "b"')).toBe(scenario('"a \\"b\\""'));
    expect(renamed(instances(''), 'null')).toBe(
      'primary:\n  instances:\n    - { id: "null" }\n    - { id: orders-b }\n',
    );
  });

  test('in an ARN', () => {
    const text = (name: string) =>
      `primary: { clusterIdentifier: ${name} }\nsecondaries: [{ replicationSourceIdentifier: "arn:aws:rds:us-east-1:123456789012:cluster:${name}" }]\n`;
    expect(renamed(text('orders').replace('er: orders', 'er: ord$0ers'), 'sales')).toBe(text('sales'));
  });
});

const template = (name: string, rest = '') => `Parameters:
  ${name}: { Type: String }
Mappings:
  Sizes: { small: { class: a }, large: { class: b } }
Resources:
  Cluster:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-mysql
      DatabaseName: !Sub "\${${name.replace('$0', '')}}-\${!Name}" # \${Name}
${rest}`;

describe('in a template', () => {
  test('inside Fn::Sub', () => expect(renamed(template('Na$0me'), 'Database')).toBe(template('Database')));

  test.each([
    ['Cluster', 'Another resource is named Cluster already. Choose another name.'],
    ['my-name', 'CloudFormation does not take "my-name" here: a name has 1 to 255 letters and digits, nothing else.'],
  ])('%s is refused', (name, problem) => expect(renamed(template('Na$0me'), name)).toBe(problem));

  test('a key of a mapping that is worked out stays', () => {
    const lookUp = '      StorageType: !FindInMap [Sizes, !Ref Name, class]\n';
    const marked = template('Name', lookUp).replace('small', 'sm$0all');
    expect(renamed(marked, 'tiny')).toBe(
      'A Fn::FindInMap works out which key of Sizes it takes, and may mean small. Rename it by hand, with what gives that key.',
    );
    expect(renamed(template('Name', lookUp).replace('class: a', 'cla$0ss: a'), 'size')).toContain('{ size: b }');
  });

  test('any mapping that may be meant stays', () => {
    const lookUp = '      StorageType: !FindInMap [!Ref Name, small, class]\n';
    expect(renamed(template('Name', lookUp).replace('Sizes', 'Si$0zes'), 'Classes')).toContain('may mean Sizes');
    expect(renamed(template('Name', lookUp).replace('small', 'sm$0all'), 'tiny')).toContain('may mean small');
  });
});

describe('refused, with what to do', () => {
  test.each([
    ['orders-b', 'Another instance is named orders-b already. Choose another name.'],
    ['Orders-B', 'Another instance is named orders-b already; case does not count. Choose another name.'],
    ['orders_a', '"orders_a" has the character "_". An identifier has 1 to 63 letters, digits and hyphens,'],
    ['1a', '"1a" does not begin with a letter.'],
    ['', '"" is empty.'],
    ['writer', 'In scenarios writer stands for a role, not for one instance.'],
  ])('an instance as %j', (name, problem) => expect(renamed(instances(''), name)).toContain(problem));

  test.each([
    ['a Region', 'primary: { region: us-ea$0st-1 }\n', 'us-east-1 is the name that AWS gives to the Region.'],
    ['an AZ', 'primary: { availabilityZones: [us-east-$01a] }\n', 'us-east-1a is the name that AWS gives to the AZ.'],
    [
      'what nothing declares',
      'scenarios: [{ name: x, events: [{ at: 1s, crash: go$0ne }] }]\n',
      'Nothing in this file declares gone, so there is nothing to rename.',
    ],
    [
      'what an anchor gives to something else',
      'primary: { instances: [{ id: &a orde$0rs }] }\ndatabaseName: *a\n',
      'orders stands behind an anchor that gives databaseName too.',
    ],
    [
      'a block scalar',
      'primary:\n  instances:\n    - id: |-\n        ord$0ers\n',
      'orders is written over several lines, with escapes, or',
    ],
  ])('%s', (_, text, problem) => expect(renamed(text, 'other')).toContain(problem));

  test.each([
    [
      'an endpoint',
      'machineLearning: [{ endpoints: [{ name: fra$0ud }] }]\n',
      'fraud_detector',
      'SageMaker does not take',
    ],
    ['an anchor', 'x-a: &sm$0all 1\n', 'a b', '"a b" is no anchor'],
    ['an anchor that exists', 'x-a: &sm$0all 1\nx-b: &tiny 2\n', 'tiny', 'Another anchor is named tiny already'],
    ['a scenario', 'scenarios: [{ name: a$0 }]\n', ' ', 'A scenario has a name of one line.'],
    ['a scenario that exists', 'scenarios: [{ name: a$0 }, { name: b }]\n', 'b', 'Another scenario is named b already'],
  ])('a new name of %s', (_, text, name, problem) => expect(renamed(text, name)).toContain(problem));
});
