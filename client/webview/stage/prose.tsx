import { phrasesOf } from './phrases.ts';

/** A sentence that breaks between words, and neither inside a name nor between a figure and its unit. */
export function Prose({ text }: { text: string }) {
  return (
    <>{phrasesOf(text).map((phrase) => (phrase.whole ? <span class="whole">{phrase.text}</span> : phrase.text))}</>
  );
}
