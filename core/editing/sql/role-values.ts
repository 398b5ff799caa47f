import * as ml from '../../facts/generated/ml.ts';
import type { MlParameter } from '../../facts/ml.ts';
import { declaredEndpoints } from '../../sql/associated-services.ts';
import { escapeMarkdown, factAsMarkdown } from '../markdown.ts';
import { endpointAsMarkdown } from './endpoint-documentation.ts';
import type { OfferedValue } from './offered.ts';
import type { SqlDocument } from './sql-document.ts';

/** The values that are known for what an argument or a clause is for; none for what only a person knows. */
export function valuesOfRole(role: MlParameter['role'], { design }: SqlDocument): readonly OfferedValue[] {
  switch (role) {
    case 'language':
      return languageValues;
    case 'endpoint':
      return declaredEndpoints(design).map((value) => ({
        value,
        detail: 'declared by the design',
        documentation: endpointAsMarkdown(design, value),
      }));
    case 'model':
      return modelValues;
    case 'mediaType':
      return [{ value: 'application/json', documentation: 'What nearly all Bedrock models take and give.' }];
    case 'responseKey':
      return [{ value: 'embedding', documentation: factAsMarkdown(ml.pg_invoke_model_get_embeddings) }];
    case 'batchSize':
    case 'input':
      return [];
  }
}

const languageNames: Readonly<Record<string, string>> = ml.sentiment_languages.names;

/** The name of a language that Comprehend takes, by its code. */
export function languageName(code: string): string | undefined {
  return Object.hasOwn(languageNames, code) ? languageNames[code] : undefined;
}

const languageValues: readonly OfferedValue[] = ml.sentiment_languages.value
  .toSorted((a, b) => Number(b === 'en') - Number(a === 'en'))
  .map((value) => ({
    value,
    detail: languageNames[value] ?? '',
    documentation: factAsMarkdown(ml.sentiment_languages),
  }));

const dimensionsOfModel: Readonly<Record<string, readonly number[]>> = ml.bedrock_embedding_dimensions.value;

/** What is known of a Bedrock model: its name, and what it gives. */
export function modelInWords(id: string): string | undefined {
  const model = ml.bedrock_models.value.find((one) => one.id === id);
  if (model === undefined) return undefined;
  if (model.gives === 'text') return `${model.name}: text`;
  const dimensions = Object.hasOwn(dimensionsOfModel, id) ? dimensionsOfModel[id] : undefined;
  return `${model.name}: embeddings${dimensions === undefined ? '' : ` of ${dimensions.join(', ')} dimensions`}`;
}

const modelValues: readonly OfferedValue[] = ml.bedrock_models.value.map(({ id }) => ({
  value: id,
  detail: modelInWords(id) ?? '',
  documentation: `${escapeMarkdown(modelInWords(id) ?? id)}\n\n${factAsMarkdown(ml.bedrock_models)}`,
}));

/** What Comprehend says of a text. */
export const sentimentValues: readonly OfferedValue[] = ml.sentiment_values.value.map((value) => ({
  value,
  documentation: factAsMarkdown(ml.sentiment_values),
}));
