import { isWord, type Token } from './token.ts';

/** Whether END before this word ends something other than a block: `END IF`, `END LOOP`. */
export function endsNoBlock(behindEnd: Token | undefined): boolean {
  return isWord(behindEnd, 'if', 'loop', 'while', 'repeat');
}

/** Counts how many BEGIN … END and CASE … END are open, token by token. */
export class BlockDepth {
  #depth = 0;
  /** An END was read, and what stands behind it says whether it closes a block. */
  #atEnd = false;

  get depth(): number {
    return this.#depth - (this.#atEnd ? 1 : 0);
  }

  read(token: Token): void {
    if (this.#atEnd) {
      this.#atEnd = false;
      if (endsNoBlock(token)) return;
      this.#depth--;
      if (isWord(token, 'case')) return;
    }
    if (isWord(token, 'begin', 'case')) this.#depth++;
    else if (isWord(token, 'end')) this.#atEnd = true;
  }
}
