import type { CST } from 'yaml';

/** The YAML library and what goes through its syntax call themselves once for each level; nobody nests this deep. */
const deepest = 200;

/** Whether collections stand in each other so deep that a program runs out of stack before it comes to the innermost. */
export function isNestedTooDeep(tokens: readonly CST.Token[]): boolean {
  let level: CST.Token[] = [...tokens];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) return true;
    level = level.flatMap(childrenOf);
  }
  return false;
}

function childrenOf(token: CST.Token): CST.Token[] {
  if (token.type === 'document') return token.value === undefined ? [] : [token.value];
  if (!('items' in token)) return [];
  return token.items.flatMap(({ key, value }) => [key, value]).filter((child) => child !== undefined && child !== null);
}
