/** Columns of a tab stop. */
const tabWidth = 4;

/**
 * A piece of a file that does nothing to a terminal but stand there: control characters become the signs that Unicode
 * has for them, and nothing turns the direction of what follows. Tabs become blanks, as many wherever they stand, so that what is below keeps its column.
 */
export function printable(text: string): string {
  return text.replaceAll('\t', ' '.repeat(tabWidth)).replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu, (control) => {
    const code = control.charCodeAt(0);
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : '\ufffd';
  });
}
