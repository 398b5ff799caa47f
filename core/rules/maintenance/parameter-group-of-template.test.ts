import { describe, expect, test } from 'vitest';
import { readTemplate } from '../../design/readers/template.ts';
import { allChecked } from '../../testing/all-checked.ts';
import { instance, template } from '../../testing/template-texts.ts';
import { checkTemplate } from '../check-template.ts';

const group = (type: string, family: string) => `  Group:
    Type: AWS::RDS::${type}
    Properties: { Description: shop, Family: ${family}, Parameters: { time_zone: UTC } }
`;

const refers = '      DBClusterParameterGroupName: !Ref Group\n';

function said(properties: string, resources: string, sections = '') {
  const read = readTemplate(template(properties, { resources, sections }));
  const findings = read === undefined ? [] : allChecked(checkTemplate(read)).filter(({ rule }) => rule === 'AUR510');
  return findings.map(({ path, severity, message }) => ({ path, severity, message }));
}

const version = (text: string) => `      EngineVersion: ${text}\n`;
const old = version('5.7.mysql_aurora.2.12.5');
const ofCluster = (family: string) => group('DBClusterParameterGroup', family);

describe('AUR510: the family of a group of the template', () => {
  test.each([
    [
      'of another major',
      refers + old,
      'aurora-mysql8.0',
      'runs aurora-mysql 5.7.mysql_aurora.2.12.5. Refer to a group of the family aurora-mysql5.7',
    ],
    ['of another engine', refers, 'aurora-postgresql16', 'runs aurora-mysql. Refer to a group of Aurora MySQL'],
    ['of MySQL 5.6', refers, 'aurora5.6', 'is of the family aurora5.6'],
    ['of RDS for MySQL', refers, 'mysql8.0', 'is of the family mysql8.0'],
  ])('is refused when it is %s', (_, properties, family, words) => {
    const [finding, ...others] = said(properties, ofCluster(family));
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      path: 'Resources.Cluster.Properties.DBClusterParameterGroupName',
      severity: 'error',
    });
    expect(finding?.message).toContain(words);
  });

  test.each([
    ['of the version', refers + old, 'aurora-mysql5.7'],
    ['of a version that is not stated', refers, 'aurora-mysql5.7'],
    ['of a bare major', refers + version('"8.0"'), 'aurora-mysql5.7'],
    ['not known', refers + old, '!Ref Family'],
    ['that of a group which is not referred to', old, 'aurora-mysql8.0'],
  ])('is fine when it is %s', (_, properties, family) => {
    expect(said(properties, ofCluster(family))).toEqual([]);
  });

  test('counts for instances too, as one of their kind', () => {
    const resources =
      group('DBParameterGroup', 'aurora-mysql8.0') + instance('A', '      DBParameterGroupName: !Ref Group\n');
    expect(said(old, resources)).toMatchObject([
      { path: 'Resources.A.Properties.DBParameterGroupName', severity: 'error' },
    ]);
    const elsewhere = resources.replace('!Ref Cluster', '!Ref Other');
    expect(said(old, elsewhere)).toEqual([]);
  });

  test('is not looked at in a group of the other kind, which is refused anyway', () => {
    expect(said(refers, group('DBParameterGroup', 'mysql8.0'))).toEqual([]);
    const wrong = instance('A', '      DBParameterGroupName: !Ref Group\n');
    expect(said('', ofCluster('mysql8.0') + wrong)).toEqual([]);
  });

  test('warns when another parameter could mend it', () => {
    const sections = `Parameters:
  Family: { Type: String, Default: aurora-mysql8.0 }
  Version: { Type: String, Default: 5.7.mysql_aurora.2.12.5 }
`;
    const severities = (properties: string, family: string) =>
      said(properties, ofCluster(family), sections).map(({ severity }) => severity);
    expect(severities(refers + old, '!Ref Family')).toEqual(['warning']);
    expect(severities(refers + version('!Ref Version'), 'aurora-mysql8.0')).toEqual(['warning']);
    expect(severities(refers + version('!Ref Version'), 'aurora-postgresql16')).toEqual(['error']);
  });

  test('is that of a group that exists', () => {
    const sections = 'Parameters: { Stage: { Type: String } }\nConditions: { IsProd: !Equals [!Ref Stage, prod] }\n';
    const conditional = ofCluster('aurora-mysql8.0').replace('    Properties', '    Condition: IsProd\n    Properties');
    expect(said(refers + old, conditional, sections).map(({ severity }) => severity)).toEqual(['warning']);
  });
});
