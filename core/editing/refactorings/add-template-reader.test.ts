import { expect, test } from 'vitest';
import { readTemplate } from '../../design/readers/template.ts';
import { checkTemplate } from '../../rules/check-template.ts';
import { readFixture } from '../../testing/markers.ts';
import { asJson, instance, template } from '../../testing/template-texts.ts';
import { applyEdits } from '../../text/range.ts';
import { templateRefactorings } from './template-refactorings.ts';

function offered(marked: string) {
  const { text, cursor = 0 } = readFixture(marked);
  const read = readTemplate(text);
  if (read === undefined) throw new Error(`no template in\n${text}`);
  const findings = () => checkTemplate(read);
  return { text, refactorings: templateRefactorings(read, findings, { start: cursor, end: cursor }, () => true) };
}

function addReader(marked: string): readonly [title: string, text: string] {
  const { text, refactorings } = offered(marked);
  const [only] = refactorings;
  if (only === undefined) throw new Error('nothing is offered');
  return [only.title, applyEdits(text, only.edits())];
}

/** The cursor before a text that stands once. */
const at = (text: string, word: string) => text.replace(word, `$0${word}`);

test('a copy of the writer stands behind the last instance, under names of its own, created after the writer', () => {
  const writer = instance(
    'OrdersWriter',
    '      DBInstanceIdentifier: orders-a # writes\n      AvailabilityZone: us-east-1a\n      PromotionTier: 0\n',
  );
  const reader = instance(
    'OrdersReader1',
    '      DBInstanceIdentifier: orders-b\n      AvailabilityZone: us-east-1b\n      PromotionTier: 1\n',
  );
  const other = '  Topic:\n    Type: AWS::SNS::Topic\n';
  const text = template('', { resources: `\n  # takes the writes\n${writer}\n${reader}\n${other}` });
  const copy = instance(
    'OrdersReader2',
    '      DBInstanceIdentifier: orders-c\n      AvailabilityZone: us-east-1c\n      PromotionTier: 2\n',
  ).replace('AWS::RDS::DBInstance\n', 'AWS::RDS::DBInstance\n    DependsOn: OrdersWriter\n');
  expect(addReader(at(text, 'Cluster:'))).toEqual([
    'Add the reader OrdersReader2 in us-east-1c',
    template('', { resources: `\n  # takes the writes\n${writer}\n${reader}\n${copy}\n${other}` }),
  ]);
});

test('an AZ that is chosen by its place in the list is chosen by another place', () => {
  const zone = (place: number) => `      AvailabilityZone: !Select [${place}, !GetAZs ""]\n`;
  const text = template('', { resources: instance('InstanceA', zone(0)) + instance('InstanceB', zone(1)) });
  const [title, after] = addReader(at(text, 'InstanceB:'));
  expect(title).toBe('Add the reader InstanceC');
  expect(after).toContain('AvailabilityZone: !Select [2, !GetAZs ""]');
});

test('an identifier and an AZ that a function gives are left to AWS', () => {
  const properties =
    '      DBInstanceIdentifier: !Join ["-", [!Ref AWS::StackName, a]]\n      AvailabilityZone: !Ref Zone\n';
  const sections = 'Parameters:\n  Zone:\n    Type: String\n';
  const text = template('', { sections, resources: instance('Writer', properties) });
  const [title, after] = addReader(at(text, 'Writer:'));
  expect(title).toBe('Add the reader Reader');
  expect(after.slice(text.length)).toBe(
    instance('Reader').replace('AWS::RDS::DBInstance\n', 'AWS::RDS::DBInstance\n    DependsOn: Writer\n'),
  );
});

test('in JSON too', () => {
  const text = asJson(template('', { resources: instance('Db1', '      AvailabilityZone: us-east-1a\n') }));
  const [title, after] = addReader(at(text, '"Db1"'));
  expect(title).toBe('Add the reader Db2 in us-east-1b');
  const { Resources } = JSON.parse(after);
  expect(Resources.Db2).toEqual({
    Type: 'AWS::RDS::DBInstance',
    DependsOn: 'Db1',
    Properties: { ...Resources.Db1.Properties, AvailabilityZone: 'us-east-1b' },
  });
  expect(after.startsWith(text.slice(0, text.lastIndexOf('"DBInstanceClass"')))).toBe(true);
});

test.each([
  [
    'where the cursor stands on another resource',
    `${template('', { resources: instance('Db1') })}  Topic:\n    Type: $0AWS::SNS::Topic\n`,
  ],
  ['to a cluster without instances', at(template(''), 'Cluster:')],
  [
    'to a cluster whose instances a condition decides',
    at(
      template('', {
        sections: 'Parameters:\n  Big:\n    Type: String\nConditions:\n  IsBig: !Equals [!Ref Big, "yes"]\n',
        resources: instance('Db1', '', 'IsBig'),
      }),
      'Cluster:',
    ),
  ],
  [
    'beside an instance with an error',
    at(template('', { resources: instance('Db1', '      PromotionTier: 99\n') }), 'Cluster:'),
  ],
])('none is added %s', (_, text) => {
  expect(offered(text).refactorings).toEqual([]);
});
