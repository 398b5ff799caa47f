import { cluster, instances } from '../../testing/blueprint-texts.ts';
import { describeRuleCases } from '../../testing/rule-cases.ts';

const production = `  backupRetentionPeriod: 7
  deletionProtection: true
  enableCloudwatchLogsExports: [postgresql]
profile: production
`;

/** Instances named a, b, c and so on, each in an AZ; Aurora chooses where none is given. */
const inZones = (...zones: readonly string[]) =>
  zones
    .map((zone, index) => {
      const placed = zone === '' ? '' : `, availabilityZone: ${zone}`;
      return `    - { id: ${'abcdefg'[index]}, class: db.r7g.large${placed} }\n`;
    })
    .join('');
const virginia = (letters: string) => [...letters].map((letter) => `us-east-1${letter}`);

/** In a Region that cannot be read. */
const inUnreadRegion = (text: string) => text.replace('region: us-east-1\n', 'region: []\n#         ^^ FMT005\n');

describeRuleCases({
  AUR104: [
    ['one of three stands elsewhere', instances(inZones(...virginia('aab')))],
    [
      'four instances, one of which comes back to the first AZ',
      instances(`# ^^^^^^^^^ AUR104 All 4\n${inZones('"us-east-1a"', '"us-east-1a"', '"us-east-1a"', '"us-east-1a"')}`),
    ],
    [
      'nobody knows which other AZs there are',
      inUnreadRegion(instances(`# ^^^^^^^^^ AUR104 in here\n${inZones('here', 'here')}`)),
    ],
    [
      'the AZ is none of the volume',
      instances(
        `# ^^^^^^^^^ AUR104 in us-east-1d\n${inZones('us-east-1d')}#                                                     ^^^^^^^^^^ AUR105\n${inZones('us-east-1d').replace('id: a', 'id: b')}#                                                     ^^^^^^^^^^ AUR105\n`,
        '  availabilityZones: [us-east-1a, us-east-1b, us-east-1c]\n',
      ),
    ],
  ],
  AUR105: [
    ['an empty list of subnets tells nothing', instances(inZones('us-east-1a', 'us-east-1b'), '  subnets: []\n')],
    [
      'a subnet whose AZ cannot be read may lie there',
      instances(
        inZones('us-east-1a', 'us-east-1c'),
        '  subnets: [{ id: s, availabilityZone: us-east-1a }, { id: t, availabilityZone: [] }]\n#                                                                               ^^ FMT005\n',
      ),
    ],
    [
      'an AZ of another Region takes no place',
      instances(
        `${inZones('eu-west-1a', ...virginia('abc')).replace('\n', '\n#                                                     ^^^^^^^^^^ AUR107\n')}`,
      ),
    ],
    ['neither does an instance that Aurora places', instances(inZones('', ...virginia('abc')))],
    [
      'a Local Zone',
      instances(
        `${inZones('us-east-1a', 'us-east-1-bos-1a')}#                                                     ^^^^^^^^^^^^^^^^ AUR105 lists three others\n`,
        '  availabilityZones: [us-east-1a, us-east-1b, us-east-1c]\n',
      ),
    ],
    [
      'the AZ with the fewest instances is offered, of several the first',
      instances(
        `${inZones(...virginia('aacbbd'))}#                                                     ^^^^^^^^^^ AUR105\n`,
        '  availabilityZones: [us-east-1a, us-east-1b, us-east-1c]\n',
      ),
    ],
  ],
  AUR106: [
    [
      'one that cannot be read is among those to keep',
      cluster(
        '  availabilityZones: [[], us-east-1a, us-east-1b, us-east-1c]\n# ^^^^^^^^^^^^^^^^^ AUR106\n#                     ^^ FMT005\n',
      ),
    ],
    [
      'one of them is written twice',
      cluster(
        '  availabilityZones: [us-east-1a, us-east-1a, us-east-1b, us-east-1c]\n# ^^^^^^^^^^^^^^^^^ AUR106 lists 4\n',
      ),
    ],
  ],
  AUR107: [
    [
      'where all are in use, the AZ of the same letter',
      instances(
        `${inZones('us-west-1a', 'us-west-1c', 'eu-west-1c')}#                                                     ^^^^^^^^^^ AUR107\n`,
      ).replace('us-east-1', 'us-west-1'),
    ],
    [
      'where there is none of that letter, the first',
      instances(
        `${inZones('us-west-1a', 'us-west-1c', 'eu-west-1b')}#                                                     ^^^^^^^^^^ AUR107\n`,
      ).replace('us-east-1', 'us-west-1'),
    ],
  ],
  AUR108: [
    [
      'two AZs are enough',
      cluster(
        '  subnets: [{ id: s, availabilityZone: us-west-1a }, { id: t, availabilityZone: us-west-1c }]\n',
      ).replace('us-east-1', 'us-west-1'),
    ],
  ],
  AUR113: [
    [
      'a writer that Aurora places',
      instances(
        `${inZones('', '')}    - { id: c, class: db.r7g.large, availabilityZone: us-east-1b, promotionTier: 2 }\n`,
      ),
    ],
    [
      'the tier is swapped with that of the first reader in another AZ',
      instances(
        `    - { id: a, class: db.r7g.large, availabilityZone: us-east-1a }
    - { id: b, class: db.r7g.large, availabilityZone: us-east-1a, promotionTier: 0 }
#                                                                                ^ AUR113 c
    - { id: e, class: db.r7g.large, promotionTier: 2 }
    - { id: d, class: db.r7g.large, availabilityZone: us-east-1a, promotionTier: 2 }
    - { id: c, class: db.r7g.large, availabilityZone: us-east-1b, promotionTier: 3 }
`,
      ),
    ],
    [
      'a reader in another AZ that ties is none that comes after it',
      instances(inZones('us-east-1a', 'us-east-1a', 'us-east-1b')),
    ],
  ],
  AUR126: [
    ['readers that Aurora places', instances(inZones('us-east-1a', '', ''), production)],
    ['the last of three is moved', instances(`# ^^^^^^^^^ AUR126 All 3\n${inZones(...virginia('abbb'))}`, production)],
    [
      'nobody knows which other AZs there are',
      inUnreadRegion(instances(`# ^^^^^^^^^ AUR126 All 2\n${inZones('here', 'there', 'there')}`, production)),
    ],
  ],
});
