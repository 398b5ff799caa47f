import { cluster, instances } from '../../testing/blueprint-texts.ts';
import { describeRuleCases } from '../../testing/rule-cases.ts';

describeRuleCases({
  AUR903: [
    [
      'none of the instances is like it',
      cluster(
        '  endpoints: [{ id: x, staticMembers: [something-else] }]\n#                                      ^^^^^^^^^^^^^^ AUR903 It has orders-a, orders-b\n',
      ),
    ],
  ],
  AUR905: [
    [
      'an endpoint of any instance may have none',
      cluster('  endpoints: [{ id: x, type: ANY, excludedMembers: [orders-a, orders-b] }]\n'),
    ],
  ],
  AUR907: [
    ['nothing to make a name of', cluster('  endpoints: [{ id: "--" }]\n#                   ^^^^ AUR907\n')],
    [
      'two clusters of which nobody knows the Region',
      cluster(
        '  endpoints: [{ id: x }]\nsecondaries:\n  - { region: [], endpoints: [{ id: x }], clusterIdentifier: eu, instances: [{ id: eu-a, class: db.r7g.large }] }\n#             ^^ FMT005\n',
      ).replace('region: us-east-1', 'region: []\n#         ^^ FMT005'),
    ],
    ['63 characters', cluster(`  endpoints: [{ id: ${'x'.repeat(63)} }]\n`)],
    [
      '63 characters, one of which is refused',
      cluster(`  endpoints: [{ id: ${'x'.repeat(62)}_ }]\n#                   ${'^'.repeat(63)} AUR907\n`),
    ],
    [
      '64 characters',
      cluster(`  endpoints: [{ id: ${'x'.repeat(64)} }]\n#                   ${'^'.repeat(64)} AUR907\n`),
    ],
  ],
  AUR911: [
    [
      'another member is left',
      cluster('  endpoints: [{ id: x, type: READER, staticMembers: [orders-b, orders-a] }]\n'),
    ],
  ],
  AUR912: [
    [
      'the smaller member comes first',
      instances(
        '    - { id: a, class: db.r7g.2xlarge }\n    - { id: b, class: db.r7g.large }\n#                     ^^^^^^^^^^^^ AUR111\n    - { id: c, class: db.r7g.xlarge, promotionTier: 2 }\n',
        '  endpoints: [{ id: x, type: READER, staticMembers: [b, c] }]\n#                   ^ AUR912\n',
      ),
    ],
    [
      'classes that cannot be read',
      cluster('  endpoints: [{ id: x, type: ANY, staticMembers: [orders-a] }]\n').replace(
        'orders-a, class: db.r7g.large }',
        'orders-a, class: [] }\n#                            ^^ FMT005',
      ),
    ],
  ],
});
