import { describe, expect, test } from 'vitest';
import { describeTemplateCases, findingsOn, mendTemplate } from '../../testing/template-cases.ts';
import { asJson, instance, template } from '../../testing/template-texts.ts';

const named = (logicalId: string, id: string, more = '') =>
  instance(logicalId, `      DBInstanceIdentifier: ${id}\n${more}`);
const pair = named('A', 'shop-a') + named('B', 'shop-b');

const endpoint = (
  lines: string,
  { logicalId = 'Reports', id = 'reports', type = 'ANY', cluster = '!Ref Cluster' } = {},
) =>
  `  ${logicalId}:
    Type: AWS::RDS::DBClusterEndpoint
    Properties:
      CustomEndpointType: ${type}
      DBClusterEndpointIdentifier: ${id}
      DBClusterIdentifier: ${cluster}
${lines}`;

const withPair = (lines: string, options = {}) => template('', { resources: pair + endpoint(lines, options) });
const unnamed = (lines: string, options = {}) =>
  template('', { resources: instance('A') + instance('B') + endpoint(lines, options) });
const mark = (text: string, value: string, finding: string) =>
  text.replace(new RegExp(`^(.*)\\b${value}$`, 'm'), (line, before: string) => {
    const place = before.length;
    return `${line}\n#${' '.repeat(place - 1)}${'^'.repeat(value.length)} ${finding}`;
  });

const six = (marker: string) =>
  Array.from({ length: 6 }, (_, index) => endpoint('', { logicalId: `E${index}`, id: `e${index}` }))
    .join('')
    .replace('  E0:\n', `  E0:\n${marker}`);

describeTemplateCases('AUR901', [
  ['six endpoints', template('', { resources: pair + six('# ^^ AUR901 6 custom endpoints\n') })],
  [
    'five endpoints and one of another cluster',
    template('', { resources: pair + six('').replace('!Ref Cluster', 'x') }),
  ],
]);

describeTemplateCases('AUR902', [
  ['the type WRITER', mark(withPair('', { type: 'WRITER' }), 'WRITER', 'AUR902 READER and ANY')],
  ['another type', withPair('', { type: 'ANY' })],
]);

describeTemplateCases('AUR903', [
  ['members by reference', withPair('      StaticMembers: [!Ref A, !Ref B]\n')],
  ['members without identifiers', unnamed('      StaticMembers: [!Ref A]\n')],
  [
    'a misspelt member',
    withPair('      StaticMembers: [shop-bb]\n#                     ^^^^^^^ AUR903 Did you mean shop-b\n'),
  ],
  [
    'an instance of another cluster',
    template('', {
      resources: `${pair}${named('C', 'other-c').replace('!Ref Cluster', 'other')}${endpoint('      StaticMembers: [!Ref C]\n#                          ^ AUR903 no instance other-c\n')}`,
    }),
  ],
  ['members that are not known', withPair('      StaticMembers: [!ImportValue member]\n')],
  [
    'both lists',
    withPair(
      '      StaticMembers: [!Ref A]\n      ExcludedMembers: [!Ref B]\n#     ^^^^^^^^^^^^^^^ AUR903 StaticMembers or ExcludedMembers\n',
    ),
  ],
]);

test('AUR903: an instance that the template does not have may stand in another one', () => {
  const severities = findingsOn(withPair('      StaticMembers: [warehouse]\n'))
    .filter(({ rule }) => rule === 'AUR903')
    .map(({ severity }) => severity);
  expect(severities).toEqual(['warning']);
});

const scaling = `  Target:
    Type: AWS::ApplicationAutoScaling::ScalableTarget
    DependsOn: [A, B]
    Properties:
      ServiceNamespace: rds
      ScalableDimension: rds:cluster:ReadReplicaCount
      ResourceId: !Sub "cluster:\${Cluster}"
      MinCapacity: 1
      MaxCapacity: 4
`;

describeTemplateCases('AUR904', [
  [
    'a static list',
    `${withPair('      StaticMembers: [!Ref B]\n#     ^^^^^^^^^^^^^ AUR904 ExcludedMembers\n')}${scaling}`,
  ],
  [
    'instances without identifiers',
    `${unnamed('      StaticMembers: [!Ref B]\n#     ^^^^^^^^^^^^^ AUR904\n')}${scaling}`,
  ],
  ['the writer alone', `${unnamed('      StaticMembers: [!Ref A]\n')}${scaling}`],
]);

test('AUR904: CloudFormation cannot take the only list of an endpoint away', () => {
  const fixes = (lines: string) =>
    findingsOn(withPair(lines) + scaling)
      .filter(({ rule }) => rule === 'AUR904')
      .map((finding) => finding.fixes);
  expect(fixes('      StaticMembers: [shop-a, shop-b]\n')).toEqual([[]]);
});

describeTemplateCases('AUR905', [
  ['the writer alone', mark(withPair('      StaticMembers: [!Ref A]\n', { type: 'READER' }), 'READER', 'AUR905')],
  [
    'the writer alone, without identifiers',
    mark(unnamed('      StaticMembers: [!Ref A]\n', { type: 'READER' }), 'READER', 'AUR905'),
  ],
  ['the reader, without identifiers', unnamed('      StaticMembers: [!Ref B]\n', { type: 'READER' })],
  [
    'all readers are excluded',
    mark(unnamed('      ExcludedMembers: [!Ref B]\n', { type: 'READER' }), 'READER', 'AUR905'),
  ],
  ['an identifier that an instance may have', unnamed('      StaticMembers: [shop-a]\n', { type: 'READER' })],
]);

describeTemplateCases('AUR907', [
  [
    'a name that is taken',
    template('      AvailabilityZones: [us-east-1a]\n', {
      resources: `${pair}${endpoint('')}${mark(endpoint('', { logicalId: 'Batch' }), 'reports', 'AUR907 Another')}`,
    }),
  ],
  ['capitals', mark(withPair('', { id: 'Reports' }), 'Reports', 'AUR907 Write reports')],
  ['a cluster in capitals', mark(withPair('', { cluster: 'Shop' }), 'Shop', 'AUR907 DBClusterIdentifier "Shop"')],
  ['characters', mark(withPair('', { id: 'daily_reports' }), 'daily_reports', 'AUR907 "_"')],
  ['a name that is not known', withPair('', { id: `!Sub "\${AWS::StackName}-reports"` })],
]);

describeTemplateCases('AUR911', [
  [
    'the only reader',
    template('', {
      resources: `${pair}${endpoint('      StaticMembers: [!Ref B]\n#                          ^ AUR911 shop-b\n', { type: 'READER' })}`,
    }),
  ],
]);

describeTemplateCases('AUR912', [
  [
    'two classes',
    mark(unnamed('      ExcludedMembers: []\n'), 'reports', 'AUR912').replace('db.r7g.large', 'db.r7g.xlarge'),
  ],
  ['one class', unnamed('      StaticMembers: [!Ref A, !Ref B]\n')],
]);

const placed = (zones: string, name = named) =>
  [...zones]
    .map((zone, index) => name(`I${index}`, `shop-${index}`, `      AvailabilityZone: us-east-1${zone}\n`))
    .join('');

describeTemplateCases(
  'AUR913',
  [
    [
      'two members in one AZ',
      template('', {
        resources: `${placed('abbc')}${endpoint('      StaticMembers: [!Ref I1, !Ref I2]\n#     ^^^^^^^^^^^^^ AUR913 us-east-1b\n')}`,
      }),
    ],
    [
      'two AZs',
      template('', { resources: `${placed('abbc')}${endpoint('      StaticMembers: [!Ref I1, !Ref I3]\n')}` }),
    ],
  ],
  'production',
);

describe('fixes', () => {
  test('AUR902, AUR905: the type is set under its own name', () => {
    expect(mendTemplate(withPair('', { type: 'WRITER' }), 'AUR902')).toBe(withPair('', { type: 'ANY' }));
    const writer = (type: string) => withPair('      StaticMembers: [!Ref A]\n', { type });
    expect(mendTemplate(writer('READER'), 'AUR905')).toBe(writer('ANY'));
  });

  test('AUR907: a name that no resource can have becomes the one that AWS would store', () => {
    expect(mendTemplate(withPair('', { id: 'Reports' }), 'AUR907')).toBe(withPair(''));
  });

  test('AUR903: a member becomes a reference, and one of two lists goes', () => {
    const misspelt = withPair('      StaticMembers: [shop-bb]\n');
    expect(mendTemplate(misspelt, 'AUR903')).toBe(withPair('      StaticMembers: [!Ref B]\n'));
    const lists = ['      StaticMembers: [!Ref A]\n', '      ExcludedMembers: [!Ref B]\n'] as const;
    expect(mendTemplate(withPair(lists.join('')), 'AUR903')).toBe(withPair(lists[0]));
  });

  test('AUR913: a member that joins is a reference', () => {
    const text = (members: string) =>
      template('', { resources: `${placed('abbc')}${endpoint(`      StaticMembers: [${members}]\n`)}` });
    expect(mendTemplate(text('!Ref I1, !Ref I2'), 'AUR913')).toBe(text('!Ref I1, !Ref I2, !Ref I0'));
  });
});

test('JSON has the same findings at the same places', () => {
  const text = template('', {
    resources: `${pair}${endpoint('      StaticMembers: [!Ref A, shop-bb]\n      ExcludedMembers: [!Ref B]\n', { type: 'WRITER', id: 'a_b' })}`,
  });
  const said = (form: string) => findingsOn(form).map(({ rule, path, message }) => ({ rule, path, message }));
  const rules = said(text).map(({ rule }) => rule);
  expect(rules).toEqual(expect.arrayContaining(['AUR902', 'AUR903', 'AUR907']));
  expect(said(asJson(text)).toSorted((a, b) => (a.path < b.path ? -1 : 1))).toEqual(
    said(text).toSorted((a, b) => (a.path < b.path ? -1 : 1)),
  );
});
