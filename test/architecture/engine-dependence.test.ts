import { describe, expect, test } from 'vitest';
import { textsOf } from './checkout-files.ts';
import { engineDependence } from './engine-dependence.ts';

describe('what depends on the JavaScript engine', () => {
  test.each([
    ['const x = Math.log(2);', ['Math.log']],
    ['const x = Math["pow"](2, 3);', ['Math[…]']],
    ['const { exp } = Math;', ['Math as a value']],
    ['const x = 2 ** 3;', ['**']],
    ['let x = 2; x **= 3;', ['**=']],
    ['const x = new Date();', ['Date']],
    ['names.sort((a, b) => a.localeCompare(b));', ['localeCompare']],
    [`const x = \`\${n.toLocaleString()}\`;`, ['toLocaleString']],
  ])('%s', (source, found) => {
    expect(engineDependence(source)).toEqual(found);
  });

  test('comments, strings and exact arithmetic do not count', () => {
    const source = "// Math.log, Date, 2 ** 3\nconst x = 'new Date()' + Math.floor(1.5) + `a ** b`;";
    expect(engineDependence(source)).toEqual([]);
  });
});

const sources = textsOf(/^core\/(?!.*\/testing\/).*(?<!\.test)\.ts$/);

test('core computes the same bytes in every JavaScript engine', () => {
  expect(sources.length).toBeGreaterThan(50);
  const found = sources.flatMap(({ file, text }) => engineDependence(text).map((what) => `${file}: ${what}`));
  expect(found).toEqual([]);
});
