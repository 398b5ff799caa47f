import { expect, test } from 'vitest';
import { readTemplate } from '../../design/readers/template.ts';
import { checkTemplate } from '../../rules/check-template.ts';
import { chooseItem } from '../../testing/choose-item.ts';
import { readFixture } from '../../testing/markers.ts';
import { asJson, template as clusterTemplate } from '../../testing/template-texts.ts';
import { completeTemplateSuppression } from './complete-template-suppression.ts';

function complete(marked: string) {
  const { text, cursor = 0 } = readFixture(marked);
  const template = readTemplate(text);
  if (template === undefined) throw new Error(`no template:\n${text}`);
  return completeTemplateSuppression(template, () => checkTemplate(template), cursor);
}

const labels = (marked: string) => complete(marked)?.map(({ label }) => label);

/** The rules that speak of a text after an item is chosen in it. */
function speakingAfter(marked: string, label: string): readonly string[] {
  const item = complete(marked)?.find((one) => one.label === label);
  if (item === undefined) throw new Error(`${label} is not offered`);
  const template = readTemplate(chooseItem(readFixture(marked).text, item));
  return template === undefined ? [] : checkTemplate(template).map(({ rule }) => rule);
}

test.each([
  ['at the end of a line, what speaks on it', '      Port: 80 # aurora-ignore $0\n', ['AUR1002']],
  ['on a line of its own, what speaks on the next', '      # aurora-ignore $0\n      Port: 80\n', ['AUR1002']],
  ['a begun comment, with the directive', '      Port: 80 # au$0\n', ['aurora-ignore AUR1002']],
  ['where nothing speaks', '      Port: 3307 # aurora-ignore $0\n', []],
])('a comment %s', (_, line, expected) => expect(labels(clusterTemplate(line))).toEqual(expected));

test('no comment, no suppression', () => {
  expect(labels(clusterTemplate('      Port: $0\n'))).toBeUndefined();
  expect(labels(clusterTemplate('      # aurora: $0\n'))).toBeUndefined();
});

const ignore = '    Metadata: { AuroraBlueprint: { ignore: { $0 } } }\n';

test.each([
  ['a comment', clusterTemplate('      Port: 80 # aurora-ignore $0\n')],
  ['the Metadata of the resource', `${clusterTemplate('      Port: 80\n')}${ignore}`],
  ['the Metadata of the template', `${clusterTemplate('      Port: 80\n')}${ignore.slice(4)}`],
  [
    'the Metadata in JSON',
    asJson(
      clusterTemplate('      Port: 80\n', { resources: '    Metadata: { AuroraBlueprint: { ignore: { x: y } } }\n' }),
    ).replace('"x": "y"', '$0'),
  ],
])('what is chosen in %s silences the rule', (_, marked) => {
  expect(speakingAfter(marked, 'AUR1002')).not.toContain('AUR1002');
});

test('what is silenced already is not offered', () => {
  const marked = `${clusterTemplate('      Port: 80\n')}${ignore.replace('{ $0 }', '{ AUR1002: ours, $0 }')}`;
  expect(labels(marked)).not.toContain('AUR1002');
});
