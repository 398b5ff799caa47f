import fc from 'fast-check';
import { expect, test } from 'vitest';
import { completeSql } from './complete-sql.ts';
import { tornSql } from './testing/torn-sql.ts';

test('wherever the cursor stands in whatever SQL, what completion replaces lies on its line around it', () => {
  fc.assert(
    fc.property(tornSql, ({ document, cursor }) => {
      for (const { range } of completeSql(document, cursor)) {
        expect(0 <= range.start && range.start <= cursor && cursor <= range.end).toBe(true);
        expect(range.end).toBeLessThanOrEqual(document.text.length);
        expect(document.text.slice(range.start, range.end)).not.toMatch(/[\r\n]/);
      }
    }),
    { numRuns: 500 },
  );
});
