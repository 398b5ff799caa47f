import type { Tags } from 'yaml';

/**
 * The short forms of the intrinsic functions, so that the YAML library does not warn of each.
 * Source: CloudFormation template reference, Intrinsic function reference.
 */
const names = [
  'And',
  'Base64',
  'Cidr',
  'Condition',
  'Equals',
  'FindInMap',
  'GetAZs',
  'GetAtt',
  'If',
  'ImportValue',
  'Join',
  'Length',
  'Not',
  'Or',
  'Ref',
  'Select',
  'Split',
  'Sub',
  'ToJsonString',
  'Transform',
];

/** What the library takes for text after all else; standing here, it is found before sixty tags are looked through for each word. */
const anyText = { tag: 'tag:yaml.org,2002:str', default: true, test: /(?:)/, resolve: (text: string) => text };

/** Tags that leave what they stand before as it is; the reader of expressions looks at their names. */
export const functionTags: Tags = [
  anyText,
  ...names.flatMap((name) => [
    { tag: `!${name}`, resolve: (text: string) => text },
    { tag: `!${name}`, collection: 'seq' as const },
    { tag: `!${name}`, collection: 'map' as const },
  ]),
];
