import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AwsDestination } from '@aurora-blueprint/core/inference/aws-destination.ts';
import type { InferencePlan, SentimentBatch } from '@aurora-blueprint/core/inference/plan.ts';
import { planRequest } from '@aurora-blueprint/core/inference/plan-request.ts';
import { runPlan } from '@aurora-blueprint/core/inference/run-plan.ts';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { loopbackCredentials } from '../../../test/aws-loopback/signature.ts';
import {
  type AwsLoopback,
  type AwsLoopbackOptions,
  startAwsLoopback,
} from '../../../test/aws-loopback/start-aws-loopback.ts';
import { createAwsProvider } from './aws-provider.ts';

const limits = { connectionTimeoutMilliseconds: 1000, silenceMilliseconds: 300, maxAttempts: 2 };
let loopback: AwsLoopback;
let folder: string;

/** Credentials of this process only: nothing of the machine's own AWS configuration is read. */
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aws-provider-'));
  for (const name of ['AWS_PROFILE', 'AWS_SESSION_TOKEN', 'AWS_WEB_IDENTITY_TOKEN_FILE']) vi.stubEnv(name, undefined);
  vi.stubEnv('AWS_CONFIG_FILE', join(folder, 'config'));
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', join(folder, 'credentials'));
  vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true');
  vi.stubEnv('AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED', 'true');
  vi.stubEnv('AWS_ACCESS_KEY_ID', loopbackCredentials.accessKeyId);
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', loopbackCredentials.secretAccessKey);
});

afterEach(async () => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  await loopback.close();
  await rm(folder, { recursive: true });
});

async function start(options: AwsLoopbackOptions = {}): Promise<void> {
  loopback = await startAwsLoopback(options);
}

function provider(changes: Partial<AwsDestination> = {}) {
  return createAwsProvider({ region: 'eu-west-1', profile: undefined, endpointUrl: loopback.url, ...changes }, limits);
}

function reviews(...texts: readonly string[]): InferencePlan {
  const rows = texts.map((text) => ({ text, languageCode: 'en' }));
  return planRequest({ service: 'Comprehend', rows, maxRowsPerBatch: null });
}

function payments(...rows: readonly (readonly (string | null)[])[]): InferencePlan {
  const endpointName = 'fraud-detector';
  return planRequest({
    service: 'SageMaker',
    endpointName,
    rows,
    maxRowsPerBatch: null,
    outputType: 'double precision',
  });
}

/** The one message with which every row fails. */
async function failureOf(plan: InferencePlan, changes: Partial<AwsDestination> = {}): Promise<string> {
  const answers = await runPlan(provider(changes), plan);
  const messages = new Set(answers.map((answer) => (answer.kind === 'error' ? answer.message : '')));
  expect(messages.size).toBe(1);
  return [...messages].join();
}

describe('Comprehend', () => {
  test('gets the texts of a language in one signed call, and its scores come back', async () => {
    await start({ sentiments: { love: 'POSITIVE', broke: 'NEGATIVE', but: 'MIXED' } });
    const answers = await runPlan(provider(), reviews('I love it', 'It broke', 'fine', 'nice but loud'));
    const confidence = Math.fround(0.97);
    expect(answers).toEqual([
      { kind: 'sentiment', sentiment: 'POSITIVE', confidence },
      { kind: 'sentiment', sentiment: 'NEGATIVE', confidence },
      { kind: 'sentiment', sentiment: 'NEUTRAL', confidence },
      { kind: 'sentiment', sentiment: 'MIXED', confidence },
    ]);
    expect(loopback.requests).toHaveLength(1);
    const [request] = loopback.requests;
    expect(request?.headers['x-amz-target']).toBe('Comprehend_20171127.BatchDetectSentiment');
    expect(JSON.parse(request?.body ?? '')).toEqual({
      TextList: ['I love it', 'It broke', 'fine', 'nice but loud'],
      LanguageCode: 'en',
    });
    expect(request?.signer).toEqual({
      accessKeyId: loopbackCredentials.accessKeyId,
      region: 'eu-west-1',
      service: 'comprehend',
      isValid: true,
    });
  });

  test('judges 60 texts in three calls', async () => {
    await start();
    const answers = await runPlan(provider(), reviews(...Array.from({ length: 60 }, (_, index) => `Text ${index}`)));
    expect(answers.every((answer) => answer.kind === 'sentiment')).toBe(true);
    expect(loopback.requests.map(({ body }) => JSON.parse(body).TextList.length)).toEqual([25, 25, 10]);
  });

  test('a text it cannot take fails alone', async () => {
    await start({ sentiments: { love: 'POSITIVE' } });
    const texts = ['x'.repeat(5001), 'I love it'];
    const batch: SentimentBatch = { service: 'Comprehend', rows: [0, 1], languageCode: 'en', texts, bytes: 5010 };
    expect(await provider().infer(batch)).toEqual({
      kind: 'answered',
      answers: [
        {
          kind: 'error',
          message:
            'Comprehend did not judge this text (TEXT_SIZE_LIMIT_EXCEEDED). Input text size exceeds limit of 5000 bytes',
        },
        { kind: 'sentiment', sentiment: 'POSITIVE', confidence: Math.fround(0.97) },
      ],
    });
  });
});

describe('a SageMaker endpoint', () => {
  test('gets the rows as CSV in one signed call, and its records come back', async () => {
    const score = (record: string) => (record.startsWith('9') ? '0.93' : '0.02');
    await start({ endpoints: { 'fraud-detector': (body) => body.split('\n').map(score).join('\n') } });
    const answers = await runPlan(provider(), payments(['900', 'DE'], ['12.5', null]));
    expect(answers).toEqual([
      { kind: 'output', text: '0.93' },
      { kind: 'output', text: '0.02' },
    ]);
    expect(loopback.requests).toHaveLength(1);
    expect(loopback.requests[0]).toMatchObject({
      method: 'POST',
      path: '/endpoints/fraud-detector/invocations',
      headers: { 'content-type': 'text/csv', accept: 'text/csv' },
      body: '900,DE\n12.5,',
      signer: { region: 'eu-west-1', service: 'sagemaker', isValid: true },
    });
  });

  test('that does not exist is named', async () => {
    await start({ endpoints: { churn: () => '0.1' } });
    expect(await failureOf(payments(['1']))).toBe(
      'This account has no SageMaker endpoint fraud-detector in eu-west-1. Check its name and Region.',
    );
  });

  test('that refuses the rows is quoted', async () => {
    const model = () => {
      throw new Error('feature size 1 is not 3');
    };
    await start({ endpoints: { 'fraud-detector': model } });
    expect(await failureOf(payments(['1'], ['2']))).toMatch(
      /^The model behind SageMaker endpoint fraud-detector refused the rows\. .*feature size 1 is not 3/,
    );
  });

  test('that answers too few records answers no row', async () => {
    await start({ endpoints: { 'fraud-detector': () => '0.1\n' } });
    expect(await failureOf(payments(['1'], ['2']))).toContain('answered 1 records to 2 rows');
  });
});

describe('credentials', () => {
  test('of a named profile are used', async () => {
    await start();
    // The SDK says on the console that it found two, and that the profile wins.
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIDOTHER');
    const { accessKeyId, secretAccessKey } = loopbackCredentials;
    await writeFile(
      join(folder, 'credentials'),
      `[dev]\naws_access_key_id = ${accessKeyId}\naws_secret_access_key = ${secretAccessKey}\n`,
    );
    await runPlan(provider({ profile: 'dev' }), reviews('fine'));
    expect(loopback.requests[0]?.signer).toMatchObject({ accessKeyId, isValid: true });
  });

  test('that are missing send nothing', async () => {
    await start();
    vi.stubEnv('AWS_ACCESS_KEY_ID', undefined);
    expect(await failureOf(reviews('fine'))).toMatch(/^No AWS credentials were found\. Sign in/);
    expect(await failureOf(reviews('fine'), { profile: 'nobody' })).toMatch(
      /^No credentials were found for AWS profile nobody\./,
    );
    expect(loopback.requests).toHaveLength(0);
  });

  test('that AWS does not accept are said to be so', async () => {
    await start();
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'mistyped');
    expect(await failureOf(reviews('fine'))).toMatch(/^AWS does not accept the credentials/);
  });

  test('without the permission name the action', async () => {
    await start({ failure: { status: 400, code: 'AccessDeniedException', message: 'User is not authorized' } });
    expect(await failureOf(reviews('fine'))).toBe(
      'The credentials may not call comprehend:BatchDetectSentiment in eu-west-1. Allow it in their IAM policy.',
    );
    expect(await failureOf(payments(['1']))).toContain('sagemaker:InvokeEndpoint');
  });

  test('that have expired ask for a new sign-in', async () => {
    await start({ failure: { status: 400, code: 'ExpiredTokenException', message: 'The security token is expired' } });
    expect(await failureOf(reviews('fine'))).toMatch(/^The AWS credentials have expired\./);
  });
});

describe('trouble on the way', () => {
  test('throttling is tried again, and then said', async () => {
    await start({ failure: { status: 400, code: 'ThrottlingException', message: 'Rate exceeded' } });
    expect(await failureOf(reviews('fine'))).toMatch(
      /^Comprehend takes no more calls at the moment, also after 2 attempts\./,
    );
    expect(loopback.requests).toHaveLength(2);
  });

  test('after a failure the rest of the batches is not sent', async () => {
    await start({ failure: { status: 400, code: 'AccessDeniedException', message: 'No' } });
    await failureOf(reviews(...Array.from({ length: 30 }, () => 'fine')));
    expect(loopback.requests).toHaveLength(1);
  });

  test.each(['no answer', 'half an answer'] as const)('%s ends after the time allowed', async (failure) => {
    await start({ failure });
    expect(await failureOf(reviews('fine'))).toBe('Comprehend gave no answer in time. Check the network.');
    expect(await failureOf(payments(['1']))).toBe(
      'SageMaker endpoint fraud-detector gave no answer in time. Check the network, and that the model is running.',
    );
  });

  test('an address where nobody listens is named', async () => {
    await start();
    await loopback.close();
    const { url } = loopback;
    await start();
    expect(await failureOf(reviews('fine'), { endpointUrl: url })).toBe(
      `${url} cannot be reached (ECONNREFUSED). Check auroraBlueprint.inference.endpointUrl.`,
    );
  });

  test('what is not foreseen keeps its own words', async () => {
    await start({ failure: { status: 400, code: 'InvalidRequestException', message: 'Something is odd' } });
    expect(await failureOf(reviews('fine'))).toBe(
      'Comprehend refused the call (InvalidRequestException): Something is odd',
    );
  });
});
