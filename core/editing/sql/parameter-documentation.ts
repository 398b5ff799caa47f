import type { Fact } from '../../facts/fact.ts';
import * as ml from '../../facts/generated/ml.ts';
import { type MlParameter, type MlService, type SqlDialect, sentimentLanguages } from '../../facts/ml.ts';
import { declaredEndpoints } from '../../sql/associated-services.ts';
import { formatCount } from '../../text/quantity.ts';
import { factsAsMarkdown } from '../markdown.ts';
import type { Callable, CallableParameter } from './callable.ts';
import type { SqlDocument } from './sql-document.ts';

/** What a parameter of an ML function is for and what it takes, as Markdown; undefined where only its name says it. */
export function parameterAsMarkdown(
  { signature }: Callable,
  { role }: CallableParameter,
  { dialect, design }: SqlDocument,
): string | undefined {
  if (signature === undefined || role === undefined) return undefined;
  const facts = factsOf(role, signature.service, dialect);
  const sentence = sentenceOf(role, signature.service, dialect, declaredEndpoints(design));
  return facts.length === 0 ? sentence : `${sentence}\n\n${factsAsMarkdown(facts)}`;
}

function sentenceOf(
  role: MlParameter['role'],
  service: MlService,
  dialect: SqlDialect,
  endpoints: readonly string[],
): string {
  switch (role) {
    case 'input':
      return inputSentences[service];
    case 'language':
      return `The language of the text: ${sentimentLanguages.join(', ')}.`;
    case 'endpoint': {
      const declared = endpoints.length === 0 ? '' : ` The design declares ${endpoints.join(', ')}.`;
      return `The name of a SageMaker endpoint, no ARN and no URL.${declared}`;
    }
    case 'model':
      return 'The id of a Bedrock model.';
    case 'batchSize':
      return dialect === 'mysql'
        ? 'Most texts in one request.'
        : 'Most rows in one request; NULL leaves it to the planner.';
    case 'mediaType':
      return 'A media type, for nearly all models application/json.';
    case 'responseKey':
      return 'The key of the array of numbers in what the model answers, such as embedding.';
  }
}

const inputSentences: Readonly<Record<MlService, string>> = {
  Comprehend: `The text that is judged, at most ${formatCount(ml.text_size.value)} ${ml.text_size.unit}.`,
  SageMaker: 'What the model of the endpoint takes, in its order. It is sent as CSV.',
  Bedrock: 'What the model takes: JSON in the form of that model.',
};

function factsOf(role: MlParameter['role'], service: MlService, dialect: SqlDialect): readonly Fact[] {
  switch (role) {
    case 'input':
      return service === 'Comprehend' ? [ml.text_size, ml.text_minimum] : [];
    case 'language':
      return [ml.sentiment_languages];
    case 'endpoint':
      return [ml.sagemaker_endpoint_name, ml.same_region];
    case 'model':
      return [ml.bedrock_model_id];
    case 'batchSize':
      if (dialect === 'mysql') return [ml.mysql_batch_size, ml.batch_documents];
      return service === 'Comprehend' ? [ml.batch_documents, ml.postgresql_limit_cost] : [ml.postgresql_limit_cost];
    case 'mediaType':
    case 'responseKey':
      return [];
  }
}
