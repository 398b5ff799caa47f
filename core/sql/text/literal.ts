import type { SqlDialect } from '../../facts/ml.ts';
import type { Token } from './token.ts';

const control: Readonly<Record<string, string>> = { b: '\b', n: '\n', r: '\r', t: '\t' };
const postgresqlEscapes: Readonly<Record<string, string>> = { ...control, f: '\f' };
const mysqlEscapes: Readonly<Record<string, string>> = {
  ...control,
  '0': '\0',
  Z: '\u001a',
  '%': '\\%',
  _: '\\_',
};

/**
 * The text that a string literal stands for: quotes and dollar quotes taken off, doubled quotes and backslashes resolved
 * as the dialect does (in PostgreSQL backslashes count only in `E'…'`). A literal that is not closed is read as far as
 * it goes.
 */
export function decodeString(token: Token, dialect: SqlDialect): string {
  const written = token.text;
  if (written.startsWith('$')) {
    const tag = written.slice(0, written.indexOf('$', 1) + 1);
    return written.slice(tag.length, -tag.length);
  }
  const prefix = /^[eE]/.test(written) ? 1 : 0;
  const quote = written.charAt(prefix);
  const content = written.slice(prefix + 1, token.closed ? -1 : undefined);
  if (dialect === 'mysql') return decodeMysql(content, quote);
  return prefix === 0 ? content.replaceAll("''", "'") : decodePostgresql(content);
}

function decodeMysql(content: string, quote: string): string {
  return content.replace(/\\(.)|''|""/gs, (piece, sign: string | undefined) => {
    if (sign !== undefined) return mysqlEscapes[sign] ?? sign;
    return piece.startsWith(quote) ? quote : piece;
  });
}

const numericEscapes = /(?:\\x[\da-fA-F]{1,2}|\\[0-7]{1,3})+/y;
const unicodeEscape = /\\u([\da-fA-F]{4})|\\U([\da-fA-F]{8})/y;

function decodePostgresql(content: string): string {
  let decoded = '';
  for (let offset = 0; offset < content.length; ) {
    numericEscapes.lastIndex = offset;
    unicodeEscape.lastIndex = offset;
    const bytes = numericEscapes.exec(content);
    const unicode = unicodeEscape.exec(content);
    if (bytes !== null) {
      decoded += decodeBytes(bytes[0]);
      offset += bytes[0].length;
    } else if (unicode !== null) {
      decoded += character(Number.parseInt(unicode[1] ?? unicode[2] ?? '', 16));
      offset += unicode[0].length;
    } else {
      const sign = content.charAt(offset);
      const next = content.charAt(offset + 1);
      const pair = sign === '\\' || (sign === "'" && next === "'");
      decoded += sign === '\\' ? (postgresqlEscapes[next] ?? next) : sign;
      offset += pair ? 2 : 1;
    }
  }
  return decoded;
}

const replacement = '\ufffd';

/** The characters of a run of `\xHH` and octal escapes, which are bytes of UTF-8. */
function decodeBytes(escapes: string): string {
  const percent = escapes.replace(/\\(x?)([\da-fA-F]+)/g, (_, hex: string, digits: string) => {
    const byte = Number.parseInt(digits, hex === 'x' ? 16 : 8) % 256;
    return `%${byte.toString(16).padStart(2, '0')}`;
  });
  try {
    return decodeURIComponent(percent);
  } catch {
    // Not UTF-8: the server refuses it, so there is no text to give.
    return replacement;
  }
}

function character(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : replacement;
}
