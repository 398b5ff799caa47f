/** The first of `prefix-a`, `prefix-b`, … that is not taken; with numbers after the letters. */
export function freeName(prefix: string, taken: ReadonlySet<string>): string {
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  const letter = letters.find((one) => !taken.has(`${prefix}-${one}`));
  if (letter !== undefined) return `${prefix}-${letter}`;
  let number = 1;
  while (taken.has(`${prefix}-${number}`)) number += 1;
  return `${prefix}-${number}`;
}
