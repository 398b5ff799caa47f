import { expect, test } from 'vitest';
import { readBlueprint } from '../design/readers/blueprint.ts';
import { checkBlueprint } from '../rules/check-blueprint.ts';
import { chooseItem } from '../testing/choose-item.ts';
import { readFixture } from '../testing/markers.ts';
import { completeSuppression } from './complete-suppression.ts';

const cluster = (line: string) =>
  `aurora: 1\nname: shop\nengine: aurora-postgresql\nmasterUsername: owner\nmanageMasterUserPassword: true\nprimary:\n  region: us-east-1\n${line}\n  instances:\n    - { id: shop-a, class: db.r7g.large }\n`;

const complete = (marked: string) => {
  const { text, cursor = text.length } = readFixture(marked);
  const blueprint = readBlueprint(text);
  return completeSuppression(blueprint, () => checkBlueprint(blueprint), cursor);
};
const labels = (marked: string) => complete(marked)?.map(({ label }) => label);

test.each([
  ['behind a value', cluster('  port: 80 # aurora-ignore $0'), ['AUR1002']],
  ['above a value', cluster('  # aurora-ignore $0\n  port: 80'), ['AUR1002']],
  ['half an id', cluster('  port: 80 # aurora-ignore AU$0'), ['AUR1002']],
  ['the word itself', cluster('  port: 80 # aur$0'), ['aurora-ignore AUR1002']],
  ['where no rule speaks', cluster('  backupRetentionPeriod: 7 # aurora-ignore $0'), []],
])('%s', (_, marked, expected) => expect(labels(marked)).toEqual(expected));

test('outside comments nothing is said', () => expect(labels(cluster('  port: $0'))).toBeUndefined());

test('with a reason the finding is gone, and nothing else is found', () => {
  const marked = cluster('  port: 80 # aurora-ignore $0');
  const { text } = readFixture(marked);
  const [item] = complete(marked) ?? [];
  const left = checkBlueprint(readBlueprint(chooseItem(text, item ?? expect.fail('nothing is offered'))));
  expect(left.map(({ rule }) => rule)).not.toContain('AUR1002');
  expect(left.map(({ rule }) => rule)).not.toContain('FMT007');
});
