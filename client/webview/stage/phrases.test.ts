import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { phrasesOf } from './phrases.ts';

const wholeIn = (sentence: string) =>
  phrasesOf(sentence)
    .filter(({ whole }) => whole)
    .map(({ text }) => text);

describe('phrasesOf', () => {
  it('keeps names with hyphens whole', () => {
    expect(wholeIn('Writes were back after us-east-1 went dark: orders-eu-a is the writer.')).toEqual([
      'us-east-1',
      'orders-eu-a',
    ]);
  });

  it('keeps figures with their units whole, and what stands around them', () => {
    expect(wholeIn('The time went to Region failover (1 min 31 s), DNS (11.4 s), 4 TiB in 410 groups.')).toEqual([
      '(1 min 31 s),',
      '(11.4 s),',
      '4 TiB',
    ]);
  });

  it('takes no word for a unit', () => {
    expect(wholeIn('It is 1 of 2 readers, and 3 standbys.')).toEqual([]);
  });

  it('loses nothing', () => {
    const word = fc.constantFrom('orders-a', '1', 'min', 's', ' ', '-', ',', '4 min', 'x');
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const sentence = words.join(' ');
        expect(
          phrasesOf(sentence)
            .map(({ text }) => text)
            .join(''),
        ).toBe(sentence);
      }),
    );
  });
});
