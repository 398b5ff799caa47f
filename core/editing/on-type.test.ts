import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readBlueprint } from '../design/readers/blueprint.ts';
import { exampleBlueprints } from '../testing/examples.ts';
import { readFixture } from '../testing/markers.ts';
import { tear, tears } from '../testing/yaml-edits.ts';
import { applyEdits } from '../text/range.ts';
import { editsOnType } from './on-type.ts';

/** The text after what was typed at `$0` was followed. */
function typed(marked: string, tabSize = 2): string {
  const { text, cursor = 0 } = readFixture(marked);
  return applyEdits(text, editsOnType(text, cursor, tabSize, readBlueprint(text)));
}

describe('Enter below the key of a list writes a dash', () => {
  test.each([
    ['of groups', 'primary:\n  instances:\n    $0', '    - '],
    ['of words', 'primary:\n  availabilityZones:\n    $0', '    - '],
    ['where the editor did not go further in', 'primary:\n  instances:\n  $0', '    - '],
    ['behind a comment', 'primary:\n  instances: # three\n    $0', '    - '],
    ['behind blanks and quotes', 'primary:\n  "instances":  \n    $0', '    - '],
    ['on top', 'scenarios:\n  $0', '  - '],
    ['in an item', 'scenarios:\n  - name: x\n    events:\n      $0', '      - '],
    ['behind the dash of an item', 'secondaries:\n  - instances:\n      $0', '      - '],
    ['above further keys', 'primary:\n  instances:\n    $0\n  port: 3306\n', '    - \n  port: 3306\n'],
    ['above items, in their column', 'primary:\n  instances:\n    $0\n  - { id: a }\n', '  - \n  - { id: a }\n'],
    ['below CRLF', 'primary:\r\n  instances:\r\n    $0\r\n', '    - \r\n'],
  ])('%s', (_, marked, end) => {
    expect(typed(marked).slice(marked.lastIndexOf('\n', marked.indexOf('$0')) + 1)).toBe(end);
  });

  test('as far in as the editor has it', () => expect(typed('scenarios:\n$0', 4)).toBe('scenarios:\n    - '));
});

describe('a dash out of habit stays the only one', () => {
  test.each([
    ['when it is typed', 'primary:\n  instances:\n    - -$0', 'primary:\n  instances:\n    -'],
    ['when a blank follows it', 'primary:\n  instances:\n    - - $0\n', 'primary:\n  instances:\n    - \n'],
    ['some words later', 'primary:\n  instances:\n    - - id: $0', 'primary:\n  instances:\n    - id: '],
    ['below other items', 'scenarios:\n  - name: x\n  - -$0\n', 'scenarios:\n  - name: x\n  -\n'],
  ])('%s', (_, marked, text) => expect(typed(marked)).toBe(text));
});

describe('nothing is written', () => {
  test.each([
    ['below the key of a group', 'primary:\n  $0\n'],
    ['below the key of a value', 'primary:\n  region:\n    $0\n'],
    ['below an item', 'primary:\n  instances:\n    - { id: a }\n    $0\n'],
    ['below a key of nothing', 'primary:\n  nothing:\n    $0\n'],
    ['in front of something', 'primary:\n  instances:\n    $0{ id: a }\n'],
    ['below a comment', '# instances:\n$0\n'],
    ['in a comment', 'primary:\n  instances:\n    # - -$0\n'],
    ['in a text of several lines', 'name: |\n  instances:\n  $0\n'],
    ['behind dashes in a text of several lines', 'name: |\n  - -$0\n'],
    ['in brackets', 'primary: {\n  instances:\n    $0\n}\n'],
    ['where lists hold lists', 'scenarios:\n  - events:\n      - at: 1s\n        partition:\n          - -$0\n'],
    ['behind a blank in a value', 'name: orders $0\n'],
  ])('%s', (_, marked) => expect(typed(marked)).toBe(marked.replace('$0', '')));
});

test('whatever is typed wherever, edits lie before the cursor on its line', () => {
  const place = fc
    .tuple(fc.constantFrom(...exampleBlueprints.map(([, text]) => text)), tears(), fc.nat())
    .map(([text, edit, at]) => {
      const torn = tear(text, edit);
      return [torn, at % (torn.length + 1)] as const;
    });
  fc.assert(
    fc.property(place, fc.constantFrom(2, 4), ([text, offset], tabSize) => {
      for (const { range, newText } of editsOnType(text, offset, tabSize, readBlueprint(text))) {
        expect(range.start).toBeGreaterThanOrEqual(text.lastIndexOf('\n', offset - 1) + 1);
        expect(range.end).toBeLessThanOrEqual(offset);
        expect(newText).toMatch(/^( *- )?$/);
      }
    }),
  );
});
