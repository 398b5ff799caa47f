import type { Finding } from '../rules/finding.ts';
import { type Fixture, type Marker, readFixture } from '../text/fixture.ts';
import { LineIndex } from '../text/line-index.ts';
import type { Range } from '../text/range.ts';

export { type Fixture, type Marker, readFixture };

/**
 * What the findings of a fixture's text have too much or too little, a sentence each; empty when they are as marked.
 * Meant for `expect(mismatches(fixture, findings)).toEqual([])`.
 */
export function mismatches(fixture: Fixture, findings: readonly Finding[]): string[] {
  const lines = new LineIndex(fixture.text);
  const left = [...findings];
  const missing: string[] = [];
  for (const marker of fixture.markers) {
    const found = left.findIndex((finding) => {
      const range = firstLineOf(fixture.text, finding.range);
      return (
        finding.rule === marker.rule &&
        range.start === marker.range.start &&
        range.end === marker.range.end &&
        finding.message.includes(marker.message)
      );
    });
    if (found < 0) missing.push(`missing ${describe(lines, fixture.text, marker)}`);
    else left.splice(found, 1);
  }
  return [...missing, ...left.map((finding) => `unexpected ${describe(lines, fixture.text, finding)}`)];
}

function firstLineOf(text: string, range: Range): Range {
  const lineEnd = /\r?\n|$/.exec(text.slice(range.start))?.index ?? 0;
  return { start: range.start, end: Math.min(range.end, range.start + lineEnd) };
}

function describe(lines: LineIndex, text: string, expected: Marker): string {
  const { line, character } = lines.positionAt(expected.range.start);
  const marked = JSON.stringify(text.slice(expected.range.start, expected.range.end));
  return `${expected.rule} at ${line + 1}:${character + 1} ${marked}: ${expected.message}`;
}
