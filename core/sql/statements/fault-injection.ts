import * as resilience from '../../facts/generated/resilience.ts';
import { isSlipFor, nearestName } from '../../text/nearest-name.ts';
import type { Range } from '../../text/range.ts';
import type { Statement } from '../text/statement.ts';
import { isName, isSymbol, type Token } from '../text/token.ts';
import { TokenCursor } from '../text/token-cursor.ts';

const { crash, failures, units } = resilience.fault_injection_mysql;
const unitNames = Object.keys(units);
const unitSeconds: Readonly<Record<string, number>> = units;

/** A fault that Aurora MySQL is told to inject: `ALTER SYSTEM CRASH …` or `ALTER SYSTEM SIMULATE …`. */
export interface FaultInjection {
  /** What is simulated, in capitals; undefined for CRASH, and where it is not said yet. */
  readonly failure: string | undefined;
  /** The number before PERCENT. */
  readonly percentage: Token | undefined;
  /** The two numbers of BETWEEN … AND …. */
  readonly congestion: readonly [Token, Token] | undefined;
  readonly interval: { readonly seconds: number; readonly range: Range } | undefined;
  /** The first place at which the statement cannot be read. */
  readonly mistake: Mistake | undefined;
}

/** What stands where something else has to, or the last word where more has to follow. */
export interface Mistake {
  readonly range: Range;
  /** What has to stand there. */
  readonly expected: string;
  /** What is most likely meant, and whether it can be nothing else. */
  readonly edit?: { readonly range: Range; readonly newText: string; readonly isSafe: boolean };
}

/** Reads a statement that injects a fault, half typed or not; undefined for every other statement. */
export function faultInjectionOf({ tokens }: Statement): FaultInjection | undefined {
  const cursor = new TokenCursor(tokens);
  if (cursor.takeWords('alter', 'system') === undefined) return undefined;
  const reader = new FaultReader(cursor);
  return reader.read();
}

class FaultReader {
  readonly #cursor: TokenCursor;
  #failure: string | undefined;
  #percentage: Token | undefined;
  #congestion: [Token, Token] | undefined;
  #interval: FaultInjection['interval'];
  #mistake: Mistake | undefined;

  constructor(cursor: TokenCursor) {
    this.#cursor = cursor;
  }

  read(): FaultInjection | undefined {
    const cursor = this.#cursor;
    if (cursor.takeWords('crash') !== undefined) {
      if (cursor.peek() !== undefined) this.#oneOf(crash);
      this.#end();
    } else if (cursor.takeWords('simulate') !== undefined) {
      this.#simulate();
    } else {
      const word = cursor.peek();
      // Other ALTER SYSTEM are no statements of Aurora's: only what is close to one of these was meant as one.
      if (word === undefined || nearestName(word.text, ['crash', 'simulate']) === undefined) return undefined;
      this.#oneOf(['CRASH', 'SIMULATE']);
    }
    return {
      failure: this.#failure,
      percentage: this.#percentage,
      congestion: this.#congestion,
      interval: this.#interval,
      mistake: this.#mistake,
    };
  }

  #simulate(): void {
    this.#percentage = this.#number('a percentage from 0 to 100');
    if (isSymbol(this.#cursor.peek(), '%')) this.#miss('PERCENT', ' PERCENT', true);
    this.#words('PERCENT');
    this.#failure = this.#phrase(failures);
    if (this.#failure === 'READ REPLICA FAILURE') this.#replica();
    if (this.#failure === 'DISK CONGESTION') this.#between();
    if (this.#failure?.startsWith('DISK')) this.#disk();
    this.#forInterval();
    this.#end();
  }

  #replica(): void {
    if (this.#cursor.takeWords('to') === undefined || this.#cursor.takeWords('all') !== undefined) return;
    const name = this.#cursor.peek();
    if (name?.kind === 'string' || name?.kind === 'placeholder' || (isName(name) && !this.#cursor.isAt('for'))) {
      this.#cursor.take();
    } else {
      this.#miss('ALL or the name of a replica in quotes');
    }
  }

  #between(): void {
    this.#words('BETWEEN');
    const least = this.#number('a number of milliseconds');
    this.#words('AND');
    const most = this.#number('a number of milliseconds');
    if (least !== undefined && most !== undefined) this.#congestion = [least, most];
    this.#words('MILLISECONDS');
  }

  #disk(): void {
    const isDisk = this.#cursor.takeWords('in', 'disk') ?? this.#cursor.takeWords('in', 'node');
    if (isDisk !== undefined || this.#cursor.takeWords('node') !== undefined)
      this.#number('the index of a disk or node');
  }

  #forInterval(): void {
    if (this.#cursor.peek() === undefined) this.#miss('FOR INTERVAL and how long', 'FOR INTERVAL 1 MINUTE');
    this.#words('FOR INTERVAL');
    const first = this.#cursor.index;
    const quantity = this.#number('how many');
    const unit = this.#oneOf(unitNames);
    if (this.#mistake !== undefined || quantity?.kind !== 'number' || unit === undefined) return;
    const seconds = Number(quantity.text) * (unitSeconds[unit] ?? 0);
    this.#interval = { seconds, range: this.#cursor.since(first) };
  }

  #end(): void {
    if (this.#cursor.peek() !== undefined) this.#miss('the end of the statement');
  }

  /** Moves over a number, or over what a client fills in. */
  #number(expected: string): Token | undefined {
    const token = this.#cursor.peek();
    if (token?.kind === 'number' || token?.kind === 'placeholder') return this.#cursor.take();
    this.#miss(expected);
    return undefined;
  }

  #words(written: string): void {
    for (const word of written.split(' ')) {
      if (this.#cursor.takeWords(word.toLowerCase()) === undefined) this.#missWord([word]);
    }
  }

  #oneOf(words: readonly string[]): string | undefined {
    const found = words.find((word) => this.#cursor.takeWords(word.toLowerCase()) !== undefined);
    if (found === undefined) this.#missWord(words);
    return found;
  }

  /** One of some phrases that are told apart by their words one after the other. */
  #phrase(phrases: readonly string[]): string | undefined {
    let left = phrases.map((phrase) => phrase.split(' '));
    for (let index = 0; left.length > 0; index++) {
      const next = [...new Set(left.flatMap((words) => words[index] ?? []))];
      if (next.length === 0) return left[0]?.join(' ');
      const found = this.#oneOf(next);
      left = left.filter((words) => words[index] === found);
    }
    return undefined;
  }

  #missWord(words: readonly string[]): void {
    const token = this.#cursor.peek();
    const written = token?.kind === 'word' ? token.text.toUpperCase() : '';
    const near = written === '' ? undefined : nearestName(written, words);
    const expected = words.length === 1 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
    if (near !== undefined) this.#miss(expected, near, isSlipFor(near, written, words));
    else this.#miss(expected, words.length === 1 ? words[0] : undefined, false, true);
  }

  /** Remembers the first mistake; behind it nothing is read. A text is written in place of what stands there, or before it. */
  #miss(expected: string, text?: string, isSafe = false, isInserted = false): void {
    const cursor = this.#cursor;
    const token = cursor.peek();
    const last = cursor.last;
    const { start, end } = token ?? last ?? { start: 0, end: 0 };
    const behindLast = { start: last?.end ?? 0, end: last?.end ?? 0 };
    const edit =
      token === undefined || isInserted
        ? { range: behindLast, newText: ` ${text}`, isSafe }
        : { range: { start, end }, newText: text ?? '', isSafe };
    this.#mistake ??= { range: { start, end }, expected, ...(text !== undefined && { edit }) };
    cursor.toEnd();
  }
}
