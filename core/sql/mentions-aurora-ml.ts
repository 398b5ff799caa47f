/**
 * Whether a text has anything to do with Aurora machine learning: the beginning of one of its names stands there.
 * Cheap, so that other SQL files are left alone.
 */
export function mentionsAuroraMl(text: string): boolean {
  return /\baws_(?:comp|sage|bedr|ml)/i.test(text);
}

/** Whether a text is about to have something to do with it: a word begins as its names do. */
export function beginsAuroraMl(text: string): boolean {
  return /\baws_/i.test(text);
}
