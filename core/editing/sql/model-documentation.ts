import * as ml from '../../facts/generated/ml.ts';
import { escapeMarkdown, factsAsMarkdown } from '../markdown.ts';
import { modelInWords } from './role-values.ts';

/** A Bedrock model by its id: what it is and gives, as far as that is known. As Markdown. */
export function modelAsMarkdown(id: string): string {
  const words = modelInWords(id);
  const title = `Bedrock model **${escapeMarkdown(id)}**`;
  if (words === undefined) return title;
  const facts = words.includes('embeddings')
    ? [ml.bedrock_models, ml.bedrock_embedding_dimensions]
    : [ml.bedrock_models];
  return `${title}\n\n${escapeMarkdown(words)}\n\n${factsAsMarkdown(facts)}`;
}
