import { expect, test } from 'vitest';
import { eventCode } from './simulation.ts';

test('every event has a code of its own', () => {
  const codes = Object.values(eventCode);
  expect(new Set(codes).size).toBe(codes.length);
});
