import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTemplate } from '../design/readers/template.ts';
import { mismatches, readFixture } from '../testing/markers.ts';
import { asJson, instance, template } from '../testing/template-texts.ts';
import { applyEdits } from '../text/range.ts';
import { checkTemplate } from './check-template.ts';
import type { Finding } from './finding.ts';

function check(text: string): readonly Finding[] {
  const template = readTemplate(text);
  return template === undefined ? [] : checkTemplate(template);
}

const said = (findings: readonly Finding[]) =>
  findings.map(({ rule, severity, path, message }) => `${severity} ${rule} ${path}: ${message}`).sort();

const sections = `Parameters:
  Stage: { Type: String, Default: dev, AllowedValues: [dev, prod] }
  Days:
    Type: Number
    Default: 40
#            ^^ AUR301 The value is the Default of the parameter Days.
Mappings:
  ByStage:
    dev: { Port: 80 }
#                ^^ AUR1002 The value is the Default of the parameter Stage.
    prod: { Port: 3306 }
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
`;

describe('a finding stands where the value is written', () => {
  test.each([
    [
      'a literal',
      template(
        '      BackupRetentionPeriod: 40\n#                            ^^ AUR301 BackupRetentionPeriod is 40 days\n',
      ),
    ],
    [
      'what comes from a Default or a mapping',
      template('      BackupRetentionPeriod: !Ref Days\n      Port: !FindInMap [ByStage, !Ref Stage, Port]\n', {
        sections,
      }),
    ],
    [
      'a branch of a condition',
      template(
        '      Port: !If [IsProd, 80, 3306]\n#                        ^^ AUR1002 This is so when IsProd is true.\n',
        {
          sections: sections.replace(/#.*\n/g, '').replace('40', '7'),
        },
      ),
    ],
    [
      'a property of an instance',
      template('', { resources: instance('A', '      PromotionTier: 16\n#                    ^^ AUR110\n') }),
    ],
  ])('%s', (_, marked) => {
    const fixture = readFixture(marked);
    expect(mismatches(fixture, check(fixture.text))).toEqual([]);
  });

  test('its path is the one of the template', () => {
    const [finding] = check(template('', { resources: instance('A', '      PromotionTier: 16\n') }));
    expect(finding?.path).toBe('Resources.A.Properties.PromotionTier');
  });
});

describe('conditions', () => {
  const conditions = `Parameters:
  Stage: { Type: String, AllowedValues: [dev, prod] }
  Snapshot: { Type: String }
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
  HasSnapshot: !Not [!Equals [!Ref Snapshot, ""]]
`;
  const checkWith = (properties: string, resources = '') =>
    check(template(properties, { sections: conditions, resources })).map(
      ({ severity, rule, message }) => `${severity} ${rule} ${/This is so.*/.exec(message)?.[0] ?? 'always'}`,
    );

  test('wrong in every case stays an error', () => {
    expect(checkWith('      Port: !If [IsProd, 80, 90]\n')).toEqual([
      'error AUR1002 This is so when IsProd is true.',
      'error AUR1002 This is so when IsProd is false.',
    ]);
    expect(checkWith('      Port: 80\n      DeletionProtection: !If [IsProd, true, false]\n')).toEqual([
      'error AUR1002 always',
    ]);
  });

  test('wrong in some cases is a warning', () => {
    expect(checkWith('      Port: !If [IsProd, 80, 3306]\n')).toEqual([
      'warning AUR1002 This is so when IsProd is true.',
    ]);
  });

  test('two conditions are named where it takes both', () => {
    const port = '      Port: !If [IsProd, !If [HasSnapshot, 3306, 80], 3306]\n';
    expect(checkWith(port)).toEqual(['warning AUR1002 This is so when IsProd is true and HasSnapshot is false.']);
  });

  test('what never meets is not judged together', () => {
    const windows =
      '      PreferredBackupWindow: !If [IsProd, 03:00-04:00, 05:00-06:00]\n      PreferredMaintenanceWindow: !If [IsProd, sun:05:00-sun:06:00, sun:03:00-sun:04:00]\n';
    expect(checkWith(windows)).toEqual([]);
  });

  test('a resource is judged in the cases in which it exists', () => {
    expect(checkWith('', instance('A', '      PromotionTier: 16\n', 'IsProd'))).toEqual(['error AUR110 always']);
  });

  test('too many is an error only when they exist in every case', () => {
    const many = (count: number, condition = '') =>
      Array.from({ length: count }, (_, index) => instance(`I${condition}${index}`, '', condition)).join('');
    expect(checkWith('', many(17))).toEqual(['error AUR101 always']);
    expect(checkWith('', many(16) + many(1, 'IsProd'))).toEqual(['warning AUR101 This is so when IsProd is true.']);
  });
});

test('policies of auto scaling are found by their target', () => {
  const policy = (name: string, target: string) => `  ${name}:
    Type: AWS::ApplicationAutoScaling::ScalingPolicy
    Properties:
      ScalingTargetId: !Ref ${target}
      TargetTrackingScalingPolicyConfiguration:
        TargetValue: 60
        PredefinedMetricSpecification:
          PredefinedMetricType: RDSReaderAverageCPUUtilization
`;
  const target = `  Target:
    Type: AWS::ApplicationAutoScaling::ScalableTarget
    Properties: { ResourceId: !Join [":", [cluster, !Ref Cluster]], ScalableDimension: rds:cluster:ReadReplicaCount, MinCapacity: 1, MaxCapacity: 3 }
`;
  const pathsOf = (resources: string) =>
    check(template('', { resources: instance('A') + instance('B') + target + resources }))
      .filter(({ rule }) => rule === 'AUR804')
      .map(({ path }) => path);
  const configuration = 'Properties.TargetTrackingScalingPolicyConfiguration';
  expect(pathsOf(policy('One', 'Target') + policy('Two', 'Target'))).toEqual([
    `Resources.Two.${configuration}.PredefinedMetricSpecification.PredefinedMetricType`,
  ]);
  expect(pathsOf(policy('One', 'Target') + policy('Two', 'Other'))).toEqual([]);
});

test('unresolved expressions that are equal are equal', () => {
  const zone = (expression: string) => `      AvailabilityZone: ${expression}\n`;
  const rules = (one: string, other: string) =>
    check(template('', { resources: instance('A', zone(one)) + instance('B', zone(other)) })).map(({ rule }) => rule);
  expect(rules('!GetAtt Subnet.AvailabilityZone', '{ "Fn::GetAtt": [Subnet, AvailabilityZone] }')).toEqual(['AUR104']);
  expect(rules('!GetAtt One.AvailabilityZone', '!GetAtt Other.AvailabilityZone')).toEqual([]);
  expect(rules('!GetAtt One.AvailabilityZone', '!Ref AWS::NoValue')).toEqual([]);
});

test('what only a blueprint says by leaving it out is not judged', () => {
  expect(check(template('      ServerlessV2ScalingConfiguration: { MinCapacity: 1, MaxCapacity: 8 }\n'))).toEqual([]);
});

const samples = [
  template(
    `      BackupRetentionPeriod: 40\n      Port: !If [IsProd, 80, 3306]\n      Tags: [{ Key: a, Value: !Sub "\${AWS::StackName}" }]\n`,
    {
      sections: 'Parameters: { Stage: { Type: String } }\nConditions: { IsProd: !Equals [!Ref Stage, prod] }\n',
      resources:
        instance('A', '      PromotionTier: !Select [0, [16, 1]]\n', 'IsProd') +
        instance('B', '      AvailabilityZone: !GetAtt Subnet.AvailabilityZone\n'),
    },
  ),
];

test('YAML and JSON give the same findings', () => {
  for (const text of samples) {
    expect(said(check(text)).length).toBeGreaterThan(2);
    expect(said(check(asJson(text)))).toEqual(said(check(text)));
    expect(said(check(text.replaceAll('\n', '\r\n')))).toEqual(said(check(text)));
    expect(said(check(`\ufeff${text}`))).toEqual(said(check(text)));
  }
});

test('properties of a restore are named as CloudFormation names them', () => {
  const [finding] = check(template('      SourceDBClusterIdentifier: shop\n')).filter(({ rule }) => rule === 'AUR312');
  expect(finding?.message).toContain('give RestoreToTime, or set UseLatestRestorableTime to true');
});

test('no prefix of a template is too much', () => {
  for (const text of samples.flatMap((sample) => [sample, asJson(sample)])) {
    for (let end = 0; end < text.length; end += 23) {
      const rules = check(text.slice(0, end)).map(({ rule }) => rule);
      expect(rules).not.toContain('AUR000');
    }
  }
});

test('no text is too much', () => {
  const words = [
    'Resources:',
    'Type: AWS::RDS::DBCluster',
    'Properties:',
    'Engine: aurora-mysql',
    '!If [',
    '!Ref',
    '&a',
    '*a',
    '- ',
    '<<:',
    '{',
    ']',
    'Fn::Sub:',
    'Conditions:',
    'Fn::Equals: [',
    '\n',
    '\n  ',
    '\n    ',
    ': ',
  ];
  const soup = fc
    .array(fc.oneof(fc.constantFrom(...words), fc.string()), { maxLength: 40 })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(soup, (text) =>
      check(`Resources: #AWS::RDS::DBCluster\n${text}`).every(({ rule }) => rule !== 'AUR000'),
    ),
  );
});

test('what refers to itself, or goes on for long, comes to an end', () => {
  const links = (form: (index: number) => string) => Array.from({ length: 300 }, (_, index) => form(index)).join('');
  const conditions = `Conditions:\n${links((index) => `  C${index}: !Not [!Condition C${index + 1}]\n`)}`;
  expect(check(template('      Port: !If [C0, 80, 3306]\n', { sections: conditions })).map(({ rule }) => rule)).toEqual(
    ['AUR1002'],
  );
  const mapping = 'Mappings: { A: { b: { c: !FindInMap [A, b, c] } } }\n';
  expect(check(template('      Port: !FindInMap [A, b, c]\n', { sections: mapping }))).toEqual([]);
  const resources = links((index) => instance(`I${index}`, `      PromotionTier: 1\n    DependsOn: I${index + 1}\n`));
  expect(check(template('', { resources })).map(({ rule }) => rule)).toEqual(['AUR101']);
});

test('aliases that stand for each other come to an end', () => {
  const layers = Array.from(
    { length: 30 },
    (_, index) => `  L${index + 1}: &l${index + 1} [*l${index}, *l${index}]\n`,
  ).join('');
  expect(check(`Mappings:\n  L0: &l0 [a]\n${layers}${template('      Tags: *l30\n')}`)).toEqual([]);
  expect(check(template('      Tags: &t [*t]\n'))).toEqual([]);
});

describe('suppressions', () => {
  const rules = (text: string) => check(text).map(({ rule }) => rule);
  const days = '      BackupRetentionPeriod: 40';

  test.each([
    ['on the line of the value', template(`${days} # aurora-ignore AUR301: on purpose\n`)],
    ['above it', template(`      # aurora-ignore AUR301: on purpose\n${days}\n`)],
    [
      'above the resource',
      template(`${days}\n`).replace('  Cluster:', '  # aurora-ignore AUR301: on purpose\n  Cluster:'),
    ],
    ['above everything', `# aurora-ignore AUR301: on purpose\n${template(`${days}\n`)}`],
    [
      'in the Metadata of the resource',
      template(`${days}\n    Metadata: { AuroraBlueprint: { ignore: { AUR301: on purpose } } }\n`),
    ],
    [
      'in the Metadata of the template',
      template(`${days}\n`, { sections: 'Metadata: { AuroraBlueprint: { ignore: { AUR301: why } } }\n' }),
    ],
  ])('silence a rule %s', (_, text) => {
    expect(rules(text)).toEqual([]);
    expect(rules(text.replaceAll('AUR301', 'AUR302'))).toEqual(expect.arrayContaining(['AUR301', 'FMT008']));
  });

  test('need a reason', () => {
    expect(rules(template(`${days} # aurora-ignore AUR301\n`))).toEqual(['AUR301', 'FMT007']);
    const ignore = 'Metadata: { AuroraBlueprint: { ignore: { AUR301: "" } } }\n';
    expect(rules(template(`${days}\n`, { sections: ignore }))).toEqual(['FMT007', 'AUR301']);
  });

  test('cover no other resource', () => {
    const text = template(`${days}\n`, { resources: `  # aurora-ignore AUR301: on purpose\n${instance('A')}` });
    expect(rules(text)).toEqual(['AUR301', 'FMT008']);
  });
});

describe('fixes', () => {
  const mended = (text: string) => {
    const [finding, ...others] = check(text);
    const [fix] = finding?.fixes ?? [];
    if (finding === undefined || others.length > 0 || fix === undefined) return undefined;
    const after = applyEdits(text, fix.edits);
    expect(check(after), after).toEqual([]);
    return {
      title: fix.title,
      line: after
        .split('\n')
        .find((line) => !text.split('\n').includes(line))
        ?.trim(),
    };
  };

  test.each([
    ['a literal is replaced', '      BackupRetentionPeriod: 40 # kept\n', 'BackupRetentionPeriod: 35 # kept'],
    ['text stays text', '      BackupRetentionPeriod: "40"\n', 'BackupRetentionPeriod: 35'],
  ])('%s', (_, properties, line) => {
    expect(mended(template(properties))?.line).toBe(line);
  });

  test('what is missing is added, and what is too much goes', () => {
    const own = '      ManageMasterUserPassword: true\n      MasterUserPassword: correct-horse\n';
    const credentials = '      MasterUsername: app_admin\n';
    const text = template(own, { credentials, resources: instance('A') });
    const findings = checkTemplate(readTemplate(text) ?? expect.fail(), { profile: 'production' });
    const after = (id: string) => {
      const [fix] = findings.find(({ rule }) => rule === id)?.fixes ?? [];
      return applyEdits(text, fix?.edits ?? []);
    };
    expect(after('AUR308')).toContain('correct-horse\n      DeletionProtection: true\n');
    expect(after('AUR013')).toBe(text.replace('      MasterUserPassword: correct-horse\n', ''));
  });

  test('JSON stays JSON', () => {
    const json = asJson(template('      BackupRetentionPeriod: 40\n'));
    const [fix] = check(json)[0]?.fixes ?? [];
    expect(JSON.parse(applyEdits(json, fix?.edits ?? [])).Resources.Cluster.Properties.BackupRetentionPeriod).toBe(35);
  });

  test('their titles have the names of CloudFormation', () => {
    expect(mended(template('      BackupRetentionPeriod: 40\n'))?.title).toBe('Set BackupRetentionPeriod to 35');
  });

  test.each([
    [
      'comes from a parameter',
      template('      BackupRetentionPeriod: !Ref Days\n', {
        sections: 'Parameters: { Days: { Type: Number, Default: 40 } }\n',
      }),
    ],
    [
      'is a branch',
      template('      BackupRetentionPeriod: !If [IsProd, 40, 50]\n', {
        sections: 'Conditions: { IsProd: !Equals [!Ref AWS::Region, us-east-1] }\n',
      }),
    ],
    ['is made by a function', template('      BackupRetentionPeriod: !Select [0, [40]]\n')],
    [
      'stands in several places',
      template('      BackupRetentionPeriod: *days\n', { sections: 'Metadata: { Days: &days 40 }\n' }),
    ],
    ['would replace the cluster', template('      DBClusterIdentifier: -shop\n')],
    ['would replace the instance', template('', { resources: instance('A', '      DBInstanceIdentifier: -shop\n') })],
  ])('there is none where the value %s', (_, text) => {
    expect(check(text).length).toBeGreaterThan(0);
    expect(check(text).flatMap(({ fixes }) => fixes)).toEqual([]);
  });
});
