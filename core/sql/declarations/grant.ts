import type { Range } from '../../text/range.ts';
import { nameAt, splitAtCommas } from '../text/brackets.ts';
import { decodeString } from '../text/literal.ts';
import type { Statement } from '../text/statement.ts';
import { isSymbol, isWord, type Token } from '../text/token.ts';

/** Some words of a GRANT, and where they stand. */
export interface GrantedWord {
  readonly text: string;
  readonly range: Range;
}

/** The name of a role of MySQL, in capitals and without the host that may stand behind it. */
export function roleName({ text }: GrantedWord): string {
  return (text.split('@')[0] ?? '').trim().toUpperCase();
}

/** What GRANT gives, or REVOKE takes. */
export interface Grant {
  readonly kind: 'grant';
  readonly isRevoke: boolean;
  /** Privileges in lower case (`execute`, `invoke comprehend`), or roles where there is no `on`. */
  readonly privileges: readonly GrantedWord[];
  /** What they are for; undefined where roles are granted. */
  readonly on: GrantObjects | undefined;
  /** Who gets them: roles of PostgreSQL, users of MySQL as `name@host`. */
  readonly grantees: readonly GrantedWord[];
}

export interface GrantObjects {
  /** In lower case; `table` where it is left out. */
  readonly kind: string;
  /** Names with their schema, without parameters; in MySQL also `*.*`. */
  readonly names: readonly GrantedWord[];
  /** `ALL FUNCTIONS IN SCHEMA`: all objects of the schemas named. */
  readonly inSchemas: boolean;
}

/** What a GRANT or REVOKE says; undefined for other statements. */
export function grantOf({ tokens }: Statement): Grant | undefined {
  if (!isWord(tokens[0], 'grant', 'revoke')) return undefined;
  const isRevoke = isWord(tokens[0], 'revoke');
  const to = tokens.findIndex((token) => isWord(token, isRevoke ? 'from' : 'to'));
  if (to < 0) return undefined;
  const on = tokens.findIndex((token, index) => index < to && isWord(token, 'on'));
  const privileges = splitAtCommas(tokens, 1, on < 0 ? to : on);
  const with_ = tokens.findIndex(
    (token, index) => index > to && isWord(token, 'with', 'granted', 'cascade', 'restrict'),
  );
  const grantees = splitAtCommas(tokens, to + 1, with_ < 0 ? tokens.length : with_);
  return {
    kind: 'grant',
    isRevoke,
    privileges: privileges.map(({ start, end }) => written(tokens, start, end, ' ')),
    on: on < 0 ? undefined : objectsOf(tokens, on + 1, to),
    grantees: grantees.map(({ start, end }) => written(tokens, start, end, '')),
  };
}

const objectWords = [
  'function',
  'procedure',
  'routine',
  'schema',
  'table',
  'database',
  'sequence',
  'type',
  'language',
  'tablespace',
];

function objectsOf(tokens: readonly Token[], start: number, end: number): GrantObjects {
  const isAll = isWord(tokens[start], 'all') && isWord(tokens[start + 2], 'in');
  const isNamed = isWord(tokens[start], ...objectWords) && !isSymbol(tokens[start + 1], '.');
  const kind = isAll
    ? (tokens[start + 1]?.text.replace(/s$/, '') ?? '')
    : isNamed
      ? (tokens[start]?.text ?? '')
      : 'table';
  const first = isAll ? start + 4 : isNamed ? start + 1 : start;
  const names = splitAtCommas(tokens, first, end).map((item) => {
    const name = nameAt(tokens, item.start);
    const isWhole = name !== undefined && (name.end === item.end || isSymbol(tokens[name.end], '('));
    return isWhole ? { text: name.name, range: name.range } : written(tokens, item.start, item.end, '');
  });
  return { kind, names, inSchemas: isAll };
}

function written(tokens: readonly Token[], start: number, end: number, between: string): GrantedWord {
  const words = tokens
    .slice(start, end)
    .map((token) => (token.kind === 'string' ? decodeString(token, 'mysql') : token.text));
  return {
    text: words.join(between),
    range: { start: tokens[start]?.start ?? 0, end: tokens[end - 1]?.end ?? 0 },
  };
}
