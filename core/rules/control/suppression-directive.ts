const directive = /aurora-ignore\b[ \t]*([^:\n]*?)[ \t]*(?::[ \t]*(.*?))?[ \t]*$/;

/** Reads a comment; undefined when it is no suppression. */
export function readDirective(
  comment: string,
): { readonly start: number; readonly rules: readonly string[]; readonly reason: string } | undefined {
  const match = directive.exec(comment);
  if (match === null) return undefined;
  const [, rules = '', reason = ''] = match;
  return { start: match.index, rules: rules.split(/[\s,]+/).filter((rule) => rule !== ''), reason };
}
