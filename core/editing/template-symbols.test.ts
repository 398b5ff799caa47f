import { expect, test } from 'vitest';
import { readTemplate } from '../design/readers/template.ts';
import { asJson, instance, template } from '../testing/template-texts.ts';
import type { OutlineSymbol } from './outline-symbol.ts';
import { templateSymbols } from './template-symbols.ts';

const text = template('      Port: !Ref Port\n      AvailabilityZones: [a, b]\n', {
  sections: 'Parameters:\n  Port: { Type: Number }\nConditions:\n  IsProd: !Equals [a, b]\n',
  resources: instance('Reader', '', 'IsProd'),
});

const symbolsOf = (written: string) => {
  const read = readTemplate(written);
  return read === undefined ? [] : templateSymbols(read);
};

const outline = (symbols: readonly OutlineSymbol[], indent = ''): string =>
  symbols
    .map(({ name, kind, detail, children }) => `${indent}${kind} ${name} ${detail}`.trimEnd() + below(children, indent))
    .join('\n');
const below = (children: readonly OutlineSymbol[], indent: string) =>
  children.length === 0 ? '' : `\n${outline(children, `${indent}  `)}`;

test('sections, resources with their type and size, properties', () => {
  expect(outline(symbolsOf(text))).toBe(`value AWSTemplateFormatVersion 2010-09-09
group Parameters
  group Port
    value Type Number
group Conditions
  value IsProd Equals
group Resources
  group Cluster AWS::RDS::DBCluster
    value Engine aurora-mysql
    value MasterUsername app_admin
    value MasterUserPassword {{resolve:secretsmanager:orders:SecretString:password}}
    value Port Ref Port
    list AvailabilityZones
  group Reader AWS::RDS::DBInstance db.r7g.large if IsProd
    value Engine aurora-mysql
    value DBClusterIdentifier Ref Cluster
    value DBInstanceClass db.r7g.large`);
});

test('JSON has the same outline, and every symbol lies inside what holds it', () => {
  const json = asJson(text);
  expect(outline(symbolsOf(json))).toBe(outline(symbolsOf(text)));
  const expectNested = ({ range, selectionRange, children }: OutlineSymbol): void => {
    for (const inner of [selectionRange, ...children.map((child) => child.range)]) {
      expect(range.start <= inner.start && inner.end <= range.end).toBe(true);
    }
    children.forEach(expectNested);
  };
  for (const written of [text, json]) symbolsOf(written).forEach(expectNested);
});

test('what an alias brings stands where it is written, once', () => {
  const anchored = template('', {
    sections: 'Metadata:\n  Common: &common { Engine: aurora-mysql }\n',
    resources: '  Other:\n    Type: AWS::RDS::DBInstance\n    Properties: *common\n',
  });
  expect(outline(symbolsOf(anchored))).toContain('group Other AWS::RDS::DBInstance');
  expect(outline(symbolsOf(anchored)).match(/Engine/g)).toHaveLength(2);
});
