import { type MlAlias, type MlService, mlAliases } from '../../facts/ml.ts';

/** A clause behind `ALIAS AWS_…` in Aurora MySQL. */
export interface AliasClause {
  /** Its keywords, in capitals. */
  readonly keywords: string;
  /** Whether a text in quotes or a number stands behind them. */
  readonly takes: 'text' | 'number';
  readonly isRequired: boolean;
  readonly summary: string;
}

/** The clauses of each service, in the order in which the guide writes them. Source: AUG26, mysql-ml. */
const clausesOfService: Readonly<Record<MlService, readonly AliasClause[]>> = {
  Comprehend: [],
  SageMaker: [
    {
      keywords: 'ENDPOINT NAME',
      takes: 'text',
      isRequired: true,
      summary: 'The SageMaker endpoint that the function stands for.',
    },
    {
      keywords: 'MAX_BATCH_SIZE',
      takes: 'number',
      isRequired: false,
      summary: 'Most rows in one request; 10,000 when left out.',
    },
  ],
  Bedrock: [
    {
      keywords: 'MODEL ID',
      takes: 'text',
      isRequired: true,
      summary: 'The Bedrock model that the function stands for.',
    },
    {
      keywords: 'CONTENT_TYPE',
      takes: 'text',
      isRequired: false,
      summary: 'The media type of what the model takes; application/json when left out.',
    },
    {
      keywords: 'ACCEPT',
      takes: 'text',
      isRequired: false,
      summary: 'The media type of what the model gives; application/json when left out.',
    },
    {
      keywords: 'TIMEOUT_MS',
      takes: 'number',
      isRequired: false,
      summary: 'How long a call may take, in milliseconds; the value of aurora_ml_inference_timeout when left out.',
    },
  ],
};

/** The clauses that may stand behind the word of an alias. */
export function clausesOf({ service }: MlAlias): readonly AliasClause[] {
  return clausesOfService[service];
}

/** The alias that a word behind ALIAS names. */
export function aliasOfWord(word: string | undefined): MlAlias | undefined {
  return mlAliases.find(({ keyword }) => keyword.toLowerCase() === word?.toLowerCase());
}
