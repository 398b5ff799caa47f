/** A piece of a sentence, and whether it stays on one line where the line has room for it. */
export interface Phrase {
  readonly text: string;
  readonly whole: boolean;
}

const quantity = String.raw`\d[\d.,]* (?:ms|s|min|h|d|%|B|KiB|MiB|GiB|TiB)(?!\p{L})`;
const wholeInSentence = new RegExp(String.raw`([^\s\d]*${quantity}(?: ${quantity})*\S*|\S+-\S+)`, 'u');

/** A sentence in pieces: names with hyphens (`us-east-1`) and figures with their units (`4 min 43 s`) stay whole. */
export function phrasesOf(sentence: string): readonly Phrase[] {
  return sentence
    .split(wholeInSentence)
    .map((text, index) => ({ text, whole: index % 2 === 1 }))
    .filter(({ text }) => text !== '');
}
