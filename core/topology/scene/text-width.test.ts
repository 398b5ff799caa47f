import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitName, fitParts, fitText, textWidth } from './text-width.ts';

const anyText = fc.string({ unit: 'grapheme', maxLength: 80 });
const anyWidth = fc.integer({ min: 0, max: 400 });

describe('textWidth', () => {
  it('adds up the widest advance widths', () => {
    expect(textWidth('', 'body')).toBe(0);
    expect(textWidth('ii', 'body')).toBe(8);
    expect(textWidth('WW', 'body')).toBe(26);
    expect(textWidth('WW', 'name')).toBe(29);
  });
});

describe('text that has to fit', () => {
  it('is shortened at the end', () => {
    expect(fitText('nobody answers: orders-c was its only member', 160, 'secondary')).toBe('nobody answers: orders…');
  });

  it('is shortened in the middle when it is a name', () => {
    expect(fitName('reporting-replica-17', 100, 'name')).toBe('repor…ica-17');
  });

  it('loses its last parts first', () => {
    expect(fitParts(['reader, tier 0', 'db.r7g.large', '2 vCPU, 16 GiB'], ', ', 200, 'secondary')).toBe(
      'reader, tier 0, db.r7g.large',
    );
  });

  it('never takes more than its width', () => {
    fc.assert(
      fc.property(anyText, anyWidth, (text, width) => {
        expect(textWidth(fitText(text, width, 'name'), 'name')).toBeLessThanOrEqual(width);
        expect(textWidth(fitName(text, width, 'name'), 'name')).toBeLessThanOrEqual(width);
        expect(textWidth(fitParts(text.split(' '), ', ', width, 'name'), 'name')).toBeLessThanOrEqual(width);
      }),
    );
  });

  it('stays as it is when it fits', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(fitText(text, textWidth(text, 'body'), 'body')).toBe(text);
        expect(fitName(text, textWidth(text, 'body'), 'body')).toBe(text);
      }),
    );
  });
});
