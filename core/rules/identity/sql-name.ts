/** What RDS refuses about the name of a database or of a master user, as the end of a sentence that begins with it. */
export function sqlNameFault(name: string, longest: number): string | undefined {
  const strange = /[^A-Za-z0-9_]/.exec(name)?.[0];
  if (name === '') return 'is empty';
  if (strange !== undefined) return `has the character ${JSON.stringify(strange)}`;
  if (!/^[A-Za-z]/.test(name)) return 'does not begin with a letter';
  if (name.length > longest) return `has ${name.length} characters`;
  return undefined;
}

/** The rule that `sqlNameFault` judges by, as a sentence. */
export function sqlNameRule(longest: number): string {
  return `It has 1 to ${longest} letters, digits and underscores, and begins with a letter.`;
}

/** The nearest name that RDS takes, or undefined when nothing of it can be kept. */
export function soundSqlName(name: string, longest: number): string | undefined {
  const sound = name
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/^[^A-Za-z]+/, '')
    .slice(0, longest)
    .replace(/_$/, '');
  return sound === '' ? undefined : sound;
}
