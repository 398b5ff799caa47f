import { expect, test } from 'vitest';
import { blueprintSuppressions } from '../design/readers/blueprint/suppressions.ts';
import { readBlueprint } from '../design/readers/blueprint.ts';
import { templateSuppressions } from '../design/readers/template/suppressions.ts';
import { readTemplate } from '../design/readers/template.ts';
import { ruleLinks } from './rule-links.ts';

test('the rules of a suppression lead to the documentation on which they rest', () => {
  const text =
    'name: x\nprimary:\n  backupRetentionPeriod: 40 # aurora-ignore AUR301, AUR999 AUR302: AUR301 is asked for\n';
  const links = readBlueprint(text).documents.flatMap((document) =>
    ruleLinks(text, blueprintSuppressions(text, document)),
  );
  expect(links.map(({ range }) => [range.start, text.slice(range.start, range.end)])).toEqual([
    [text.indexOf('AUR301'), 'AUR301'],
    [text.indexOf('AUR302'), 'AUR302'],
  ]);
  expect(links[0]?.url).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//);
  expect(links[0]?.tooltip).toContain('Amazon Aurora User Guide');
});

test('in the metadata of a template too', () => {
  const text = `{ "Resources": { "Db": { "Type": "AWS::RDS::DBCluster", "Metadata": { "AuroraBlueprint": { "ignore": { "AUR301": "asked for" } } },
  "Properties": { "Engine": "aurora-mysql" } } } }`;
  const template = readTemplate(text);
  const suppressions = template === undefined ? [] : templateSuppressions(text, template.syntax);
  expect(ruleLinks(text, suppressions).map(({ range }) => text.slice(range.start, range.end))).toEqual(['AUR301']);
});

test('nothing without a suppression', () => expect(ruleLinks('# AUR301\n', [])).toEqual([]));
