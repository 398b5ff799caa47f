import type { Range } from './range.ts';

/** One finding that a fixture expects. */
export interface Marker {
  readonly rule: string;
  /** Words that the message has to contain; empty when any message will do. */
  readonly message: string;
  readonly range: Range;
}

/** A text as a person would write it, with what its markers said. */
export interface Fixture {
  /** The text without marker lines and without `$0`. */
  readonly text: string;
  readonly markers: readonly Marker[];
  /** Offset of the cursor, where the fixture has a `$0`. */
  readonly cursor: number | undefined;
}

const markerLine = /^(\s*(?:#|--|\/\/)?\s*)(\^+)\s+([A-Z]{3}\d{3,4})\b\s*(.*?)\s*$/;

/**
 * Reads a fixture: a text in which a line of carets marks the exact characters of the line above that a finding covers.
 * The carets are followed by the id of the rule and, if wanted, by words of the message:
 *
 * ```
 * backupRetentionPeriod: 40
 * #                      ^^ AUR301 at most 35
 * SELECT aws_comprehend.detect_sentiment(body, 'xx') FROM reviews;
 * --                                           ^^^^ PGM002
 * ```
 *
 * Several marker lines may follow one line. The comment sign is optional, so that the first columns can be marked too.
 * A range that goes on behind its line is marked up to the end of that line. `$0` is the cursor and takes no column.
 */
export function readFixture(marked: string): Fixture {
  const lines: string[] = [];
  const markers: Marker[] = [];
  let cursor: number | undefined;
  let lineStart = 0;
  let nextStart = 0;
  for (const line of marked.split('\n')) {
    const marker = markerLine.exec(line);
    if (marker === null || lines.length === 0) {
      lineStart = nextStart;
      const plain = line.replace('$0', (_, column: number) => {
        cursor = lineStart + column;
        return '';
      });
      lines.push(plain);
      nextStart = lineStart + plain.length + 1;
    } else {
      const [, indent = '', carets = '', rule = '', message = ''] = marker;
      const start = lineStart + indent.length;
      markers.push({ rule, message, range: { start, end: start + carets.length } });
    }
  }
  return { text: lines.join('\n'), markers, cursor };
}
