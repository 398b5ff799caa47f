/**
 * The same text apart from the one it was cut from. In V8 a slice keeps all of that alive: what is remembered of one
 * version of a document would keep every version.
 */
export function copyOf(text: string): string {
  // What is read from JSON is made anew, and no loop over the characters is as fast.
  return JSON.parse(JSON.stringify(text));
}
