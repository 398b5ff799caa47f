import { describe, expect, test } from 'vitest';
import { readTemplate } from '../../design/readers/template.ts';
import { allChecked } from '../../testing/all-checked.ts';
import { template } from '../../testing/template-texts.ts';
import { checkTemplate } from '../check-template.ts';

/** What AUR108 says of a group of subnets with these AZs. */
function said(...zones: readonly string[]): readonly string[] {
  const names = zones.map((_, index) => `Subnet${index}`);
  const subnets = zones.map(
    (zone, index) => `  Subnet${index}:\n    Type: AWS::EC2::Subnet\n    Properties: { AvailabilityZone: ${zone} }\n`,
  );
  const group = `  Group:
    Type: AWS::RDS::DBSubnetGroup
    Properties: { DBSubnetGroupDescription: shop, SubnetIds: [${names.map((name) => `!Ref ${name}`).join(', ')}] }
`;
  const text = template('      DBSubnetGroupName: !Ref Group\n', { resources: subnets.join('') + group });
  const findings = allChecked(checkTemplate(readTemplate(text) ?? expect.fail())).filter(
    ({ rule }) => rule === 'AUR108',
  );
  return findings.map(({ severity, message }) => `${severity}: ${message.split(';', 1)[0]}`);
}

const first = '!Select [0, !GetAZs ""]';

describe('AUR108: the subnets of a group of the template', () => {
  test.each([
    ['by the same letter', ['us-east-1a', 'us-east-1a'], 'The subnets lie in us-east-1a alone'],
    [
      'by the same expression',
      [first, '!Select ["0", !GetAZs { Ref: "AWS::Region" }]'],
      'The subnets lie in one AZ alone',
    ],
    ['by the AZ of each other', [first, '!GetAtt Subnet0.AvailabilityZone', first], 'The subnets lie in one AZ alone'],
  ])('a subnet group in one AZ is refused: %s', (_, zones, words) => {
    expect(said(...zones)).toEqual([`error: ${words}`]);
  });

  test.each([
    ['in two that are selected', [first, '!Select [1, !GetAZs ""]']],
    ['in one that is chosen and one that is written', [first, 'us-east-1a']],
    ['where nobody knows', ['!Ref Zone', '!Ref Other']],
    ['of a single subnet that nobody knows', ['!Ref Zone']],
  ])('a subnet group may cover two AZs: %s', (_, zones) => {
    expect(said(...zones)).toEqual([]);
  });
});
