import { expect, test } from 'vitest';
import { RecentlyUsed } from './recently-used.ts';

test('what nobody asked for is forgotten when enough others have come, and what was asked for stays', () => {
  const remembered = new RecentlyUsed<{ readonly of: string }>(10);
  const put = (text: string) => remembered.set(text, { of: text });
  put('asked');
  put('never');
  for (const text of ['aaaaa', 'bbbbb', 'ccccc', 'ddddd']) {
    put(text);
    expect(remembered.get('asked')).toEqual({ of: 'asked' });
  }
  expect(remembered.get('never')).toBeUndefined();
  expect(remembered.get('ddddd')).toEqual({ of: 'ddddd' });
});

test('texts are told apart by every UTF-16 unit', () => {
  const remembered = new RecentlyUsed<{ readonly of: string }>(100);
  for (const text of ['\ud800', '\ud801', '\ufffd', '😀']) remembered.set(text, { of: text });
  for (const text of ['\ud800', '\ud801', '\ufffd', '😀']) expect(remembered.get(text)).toEqual({ of: text });
  expect(remembered.get('\ude00')).toBeUndefined();
});
