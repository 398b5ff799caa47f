/**
 * Whether a text has anything to do with Aurora machine learning: the beginning of one of its names stands there.
 * Cheap, so that other SQL files are left alone.
 */
export function mentionsAuroraMl(text: string): boolean {
  return /\baws_(?:comp|sage|bedr|ml)/i.test(text);
}
