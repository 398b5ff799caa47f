import fc from 'fast-check';
import { expect, test } from 'vitest';
import { freeIdentifier, identifierFault, soundIdentifier } from './identifier.ts';

test.each(['a', 'orders', 'orders-use1-2', 'A1', 'x'.repeat(63)])('%s is sound', (identifier) => {
  expect(identifierFault(identifier)).toBeUndefined();
  expect(soundIdentifier(identifier)).toBe(identifier);
});

test.each([
  ['', 'is empty', undefined],
  ['x'.repeat(64), 'has 64 characters', 'x'.repeat(63)],
  ['orders_prod', 'has the character "_"', 'orders-prod'],
  ['1st', 'does not begin with a letter', 'st'],
  ['-orders', 'does not begin with a letter', 'orders'],
  ['orders-', 'ends with a hyphen', 'orders'],
  ['orders--prod', 'has two hyphens in a row', 'orders-prod'],
  ['42', 'does not begin with a letter', undefined],
  ['größe', 'has the character "ö"', 'gr-e'],
])('%j %s', (identifier, fault, sound) => {
  expect(identifierFault(identifier)).toBe(fault);
  expect(soundIdentifier(identifier)).toBe(sound);
});

test.each([
  ['orders', [], 'orders-2'],
  ['orders', ['ORDERS-2'], 'orders-3'],
  ['orders-1', ['orders-1', 'orders-2'], 'orders-3'],
  ['orders-a', ['orders-a'], 'orders-b'],
  ['orders-a', ['orders-a', 'orders-b'], 'orders-a-2'],
  ['orders-z', [], 'orders-z-2'],
  ['x'.repeat(63), [], `${'x'.repeat(61)}-2`],
])('a free identifier like %s beside %j is %s', (identifier, taken, free) => {
  expect(freeIdentifier(identifier, taken)).toBe(free);
});

test('what is made sound or free is sound', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.array(fc.string()), (text, taken) => {
      const sound = soundIdentifier(text);
      if (sound === undefined) return;
      expect(identifierFault(sound)).toBeUndefined();
      const free = freeIdentifier(sound, taken);
      expect(identifierFault(free)).toBeUndefined();
      expect(taken.map((other) => other.toLowerCase())).not.toContain(free.toLowerCase());
    }),
  );
});
