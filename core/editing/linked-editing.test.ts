import { expect, test } from 'vitest';
import { readBlueprint } from '../design/readers/blueprint.ts';
import { readFixture } from '../testing/markers.ts';
import { applyEdits } from '../text/range.ts';
import { linkedPlaces, wordPattern } from './linked-editing.ts';
import { blueprintNames } from './names/blueprint-names.ts';

/** The text with every linked place in brackets. */
function linked(marked: string): string {
  const { text, cursor = 0 } = readFixture(marked);
  const places = linkedPlaces(blueprintNames(readBlueprint(text)), text, cursor) ?? [];
  return applyEdits(
    text,
    places.map((range) => ({ range, newText: `<${text.slice(range.start, range.end)}>` })),
  );
}

const scenario = (id: string) =>
  `scenarios: [{ name: x, events: [{ at: 1s, crash: ${id} }, { at: 2s, restart: '${id}' }] }]\n`;

test('an instance id changes with all that names it', () => {
  const marked = `primary: { instances: [{ id: $0a }, { id: b }] }\n${scenario('a')}`;
  expect(linked(marked)).toBe(`primary: { instances: [{ id: <a> }, { id: b }] }\n${scenario('<a>')}`);
});

test('an anchor changes with its aliases', () => {
  expect(linked('x-a: &sm$0all 1\nx-b: *small\n')).toBe('x-a: &<small> 1\nx-b: *<small>\n');
});

test.each([
  ['a name that stands once', 'primary: { instances: [{ id: $0a }] }\n'],
  ['where something names it', `primary: { instances: [{ id: a }] }\n${scenario('a').replace('crash: ', 'crash: $0')}`],
  ['what nothing declares', scenario('a').replace('crash: ', 'crash: $0')],
  ['a Region', 'primary: { region: us-$0east-1 }\nmachineLearning: [{ regions: [us-east-1] }]\n'],
  ['what an anchor gives to something else', 'primary: { instances: [{ id: &a $0a }] }\ndatabaseName: *a\nx-b: *a\n'],
  ['nothing', 'primary: { po$0rt: 3306 }\n'],
])('%s is linked to nothing', (_, marked) => expect(linked(marked)).toBe(marked.replace('$0', '')));

test('another spelling of the name is not linked: its characters differ', () => {
  const text = 'primary: { instances: [{ id: $0a }], endpoints: [{ id: x, staticMembers: [A, a] }] }\n';
  expect(linked(text)).toBe('primary: { instances: [{ id: <a> }], endpoints: [{ id: x, staticMembers: [A, <a>] }] }\n');
});

test('a word is what an identifier or an anchor is made of', () => {
  expect('orders-a'.match(wordPattern)?.[0]).toBe('orders-a');
});
