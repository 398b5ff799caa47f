import type { CST } from 'yaml';
import { isExplicit, startOf } from './piece.ts';

/** Where the dashes of a list stand: further in than its key, or in the column of the key. */
export type SequenceStyle = 'indented' | 'in column of key';

/** How the writer of a text mostly does it; indented when it is done both ways as often. */
export function sequenceStyle(tokens: readonly CST.Token[], columnOf: (offset: number) => number): SequenceStyle {
  let inColumn = 0;
  let indented = 0;
  const look = (token: CST.Token | null | undefined): void => {
    if (token?.type === 'document') look(token.value);
    if (token?.type !== 'block-map' && token?.type !== 'block-seq') return;
    const column = columnOf(startOf(token));
    for (const { start, value } of token.items) {
      if (token.type === 'block-map' && value?.type === 'block-seq' && !isExplicit(start)) {
        if (columnOf(startOf(value)) === column) inColumn += 1;
        else indented += 1;
      }
      look(value);
    }
  };
  for (const token of tokens) look(token);
  return inColumn > indented ? 'in column of key' : 'indented';
}
