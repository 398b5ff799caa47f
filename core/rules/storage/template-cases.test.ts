import { expect, test } from 'vitest';
import { describeTemplateCases, findingsOn, mendTemplate } from '../../testing/template-cases.ts';
import { template } from '../../testing/template-texts.ts';

const parameters = 'Parameters: { Type: { Type: String }, Size: { Type: Number } }\n';
const typed = (type: string, marker = '') =>
  template(`      StorageType: ${type}\n${marker}`, { sections: parameters });

describeTemplateCases('AUR201', [
  ['Standard', typed('aurora')],
  ['I/O-Optimized', typed('aurora-iopt1')],
  ['a volume of single instances', typed('io1', '#                  ^^^ AUR201 io1\n')],
  ['a type that is not known', typed('!Ref Type')],
  ['none', template('')],
  ['a Multi-AZ DB cluster', typed('io1').replace('aurora-mysql', 'mysql')],
]);

test('AUR201: either type can be chosen', () => {
  expect(mendTemplate(typed('gp2 # cheap'), 'AUR201', 'Set StorageType to aurora')).toBe(typed('aurora # cheap'));
  expect(mendTemplate(typed('gp2'), 'AUR201', 'Set StorageType to aurora-iopt1')).toBe(typed('aurora-iopt1'));
});

const line = (text: string, marker = '') => template(`      ${text}\n${marker}`, { sections: parameters });

describeTemplateCases('AUR202', [
  ['a size, whatever it is', line('AllocatedStorage: !Ref Size', '#     ^^^^^^^^^^^^^^^^ AUR202\n')],
  ['IOPS', line('Iops: 3000', '#     ^^^^ AUR202 not bought apart\n')],
  ['throughput', line('StorageThroughput: 500', '#     ^^^^^^^^^^^^^^^^^ AUR202\n')],
  [
    'a class of the cluster',
    line('DBClusterInstanceClass: db.r6gd.large', '#     ^^^^^^^^^^^^^^^^^^^^^^ AUR202 DBInstanceClass\n'),
  ],
  ['public access', line('PubliclyAccessible: false', '#     ^^^^^^^^^^^^^^^^^^ AUR202 on each instance\n')],
  ['nothing of it', template('')],
  ['a Multi-AZ DB cluster', line('AllocatedStorage: 100').replace('aurora-mysql', 'mysql')],
]);

test('AUR202: the line goes', () => {
  expect(mendTemplate(line('AllocatedStorage: 100'), 'AUR202')).toBe(template('', { sections: parameters }));
});

test('AUR202: under a condition it is wrong in some cases', () => {
  const text = line('Iops: !If [Fast, 3000, !Ref AWS::NoValue]').replace(
    'Resources:',
    'Conditions: { Fast: !Equals [!Ref Type, fast] }\nResources:',
  );
  const [finding] = findingsOn(text).filter(({ rule }) => rule === 'AUR202');
  expect(finding).toMatchObject({ severity: 'warning', message: expect.stringContaining('Fast') });
});
