import { expect, test } from 'vitest';
import { readBlueprint } from '../../design/readers/blueprint.ts';
import { mismatches, readFixture } from '../../testing/markers.ts';
import { checkBlueprint } from '../check-blueprint.ts';
import { page } from './aur1120-unused-role.ts';

const calling = (...services: string[]) => ({ calledServices: () => new Set(services) });

test('a role is said of which the SQL calls nothing, and no other', () => {
  const bad = readFixture(page.bad);
  expect(mismatches(bad, checkBlueprint(readBlueprint(bad.text), calling('Comprehend')))).toEqual([]);
  expect(checkBlueprint(readBlueprint(page.good), calling('Comprehend'))).toEqual([]);
});

test('nothing is said where no SQL is governed, or of a service that nobody can read', () => {
  const { text } = readFixture(page.bad);
  expect(checkBlueprint(readBlueprint(text), { calledServices: () => undefined })).toEqual([]);
  const unread = readBlueprint(text.replace('service: Bedrock', 'service: { a: b }'));
  expect(checkBlueprint(unread, calling('Comprehend')).filter(({ rule }) => rule === 'AUR1120')).toEqual([]);
});

test('a comment sets it aside', () => {
  const { text } = readFixture(page.bad);
  const aside = text.replace(/(role\/reviews-bedrock" })/, '$1 # aurora-ignore AUR1120: the nightly job calls it');
  expect(checkBlueprint(readBlueprint(aside), calling('Comprehend'))).toEqual([]);
  expect(checkBlueprint(readBlueprint(aside))).toEqual([]);
});
