const signs =
  /\baws_(?:comp|sage|bedr|ml)|\binvoke\s+(?:comprehend|sagemaker|bedrock)\b|\balter\s+system\s+(?:crash|simulate)\b|\baurora_inject_/i;

/**
 * Whether a text has anything to do with Aurora machine learning or with Aurora's fault injection: the beginning of one
 * of their names stands there. Cheap, so that other SQL files are left alone.
 */
export function mentionsAuroraMl(text: string): boolean {
  return signs.test(text);
}

/** Whether a text is about to have something to do with it: a word begins as its names do. */
export function beginsAuroraMl(text: string): boolean {
  return /\baws_/i.test(text);
}
