const pieceLength = 4096;

/**
 * The same text apart from the one it was cut from. In V8 a slice keeps all of that alive: what is remembered of one
 * version of a document would keep every version.
 */
export function copyOf(text: string): string {
  let copy = '';
  for (let start = 0; start < text.length; start += pieceLength) {
    const codes = Array.from({ length: Math.min(pieceLength, text.length - start) }, (_, index) =>
      text.charCodeAt(start + index),
    );
    copy += String.fromCharCode(...codes);
  }
  return copy;
}
