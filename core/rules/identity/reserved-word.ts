import * as reservedWords from '../../facts/generated/reserved-words.ts';

const wordsOf = {
  'aurora-mysql': new Set<string>(reservedWords.mysql.value.split(' ')),
  'aurora-postgresql': new Set<string>(reservedWords.postgresql.value.split(' ')),
};

/** Whether an engine keeps the word for its SQL; case does not count. */
export function isReservedWord(engine: keyof typeof wordsOf, word: string): boolean {
  return wordsOf[engine].has(word.toLowerCase());
}
