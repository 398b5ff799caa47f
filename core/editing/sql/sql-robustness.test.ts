import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { OutlineSymbol } from '../outline-symbol.ts';
import { completeSql } from './complete-sql.ts';
import { hoverSql } from './hover-sql.ts';
import { signatureHelp } from './signature-help.ts';
import { foldsOfSql } from './sql-folding.ts';
import { selectionsInSql } from './sql-selection.ts';
import { sqlSymbols } from './sql-symbols.ts';
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

test('wherever the cursor stands in whatever SQL, a hover is around it, and a signature has its parameters inside', () => {
  fc.assert(
    fc.property(tornSql, ({ document, cursor }) => {
      const hover = hoverSql(document, cursor);
      if (hover !== undefined) expect(hover.range.start <= cursor && cursor <= hover.range.end).toBe(true);
      const help = signatureHelp(document, cursor);
      for (const { range } of help?.parameters ?? []) expect(help?.label.slice(range.start, range.end)).toMatch(/\w/);
      expect(help?.active ?? 0).toBeLessThanOrEqual(help?.parameters.length ?? 0);
    }),
    { numRuns: 500 },
  );
});

test('outline, folds and selections of whatever SQL lie inside it, and each inside what holds it', () => {
  fc.assert(
    fc.property(tornSql, ({ document, cursor }) => {
      const { text } = document;
      const check = ({ range, selectionRange, children }: OutlineSymbol): void => {
        expect(range.start <= selectionRange.start && selectionRange.end <= range.end).toBe(true);
        expect(range.end).toBeLessThanOrEqual(text.length);
        children.forEach(check);
      };
      sqlSymbols(document.sql).forEach(check);
      const lines = text.split(/\r\n|\r|\n/).length;
      for (const { startLine, endLine } of foldsOfSql(document)) {
        expect(startLine < endLine && endLine < lines).toBe(true);
      }
      const selections = selectionsInSql(document, cursor);
      expect(selections.at(-1)).toEqual({ start: 0, end: text.length });
      for (const { start, end } of selections) expect(start <= cursor && cursor <= end).toBe(true);
    }),
    { numRuns: 500 },
  );
});
