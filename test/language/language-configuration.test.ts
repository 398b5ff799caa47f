import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

interface OnEnterRule {
  readonly beforeText: string;
  readonly afterText?: string;
  readonly action: { readonly indent: 'none' | 'indent'; readonly appendText?: string };
}

const file = new URL('../../language/language-configuration.json', import.meta.url);
const configuration: { readonly wordPattern: string; readonly onEnterRules: readonly OnEnterRule[] } = JSON.parse(
  readFileSync(file, 'utf8'),
);

/** What stands before the cursor after Enter was pressed at `|`, by the first rule that holds, as VS Code does it. */
function enter(line: string): string {
  const [before = '', after = ''] = line.split('|');
  const matches = ({ beforeText, afterText }: OnEnterRule) =>
    new RegExp(beforeText).test(before) && (afterText === undefined || new RegExp(afterText).test(after));
  const action = configuration.onEnterRules.find(matches)?.action;
  const indentation = /^\s*/.exec(before)?.[0] ?? '';
  return `${indentation}${action?.indent === 'indent' ? '  ' : ''}${action?.appendText ?? ''}`;
}

describe('Enter', () => {
  test.each([
    ['primary:|', '  ', 'opens a group'],
    ['  instances: # three of them|', '    ', 'opens a group also behind a comment'],
    ['  description: >-|', '    ', 'opens a block of text'],
    ['  region: us-east-1|', '  ', 'goes on beside a value'],
    ['  - clusterIdentifier: orders-euw1|', '    ', 'goes on under the first key of an item'],
    ['  - endpoints:|', '      ', 'opens a group inside an item'],
    ['    - { id: orders-a, class: db.r7g.large }|', '    ', 'goes on beside an item in one line'],
    ['    - us-east-1a|', '    ', 'goes on beside a plain item'],
    ['  preferredBackupWindow: 03:00-03:30|', '  ', 'takes no time for a key'],
    ['  # Two lines| of words', '  # ', 'goes on inside a comment'],
    ['  # A line of words|', '  ', 'ends a comment'],
    ['', '', 'stays on an empty line'],
  ])('at %j', (line, before) => {
    expect(enter(line)).toBe(before);
  });
});

describe('a double click takes', () => {
  const words = (line: string) => line.match(new RegExp(configuration.wordPattern, 'g'));

  test.each([
    ['region: us-east-1', ['region', 'us-east-1']],
    ['- { id: orders-a, class: db.r7g.2xlarge }', ['-', 'id', 'orders-a', 'class', 'db.r7g.2xlarge']],
    ['preferredBackupWindow: 03:00-03:30', ['preferredBackupWindow', '03:00-03:30']],
    ['roleArn: "arn:aws:iam::123456789012:role/x"', ['roleArn', 'arn:aws:iam::123456789012:role/x']],
    ['staticMembers: [orders-b,orders-c]', ['staticMembers', 'orders-b', 'orders-c']],
    ['engineVersion: "16.9"', ['engineVersion', '16.9']],
    ['target: pg-17/A', ['target', 'pg-17/A']],
  ])('whole values of %s', (line, expected) => {
    expect(words(line)).toEqual(expected);
  });
});
