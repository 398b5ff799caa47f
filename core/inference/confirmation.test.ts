import { expect, test } from 'vitest';
import type { AwsDestination } from './aws-destination.ts';
import { confirmationOf } from './confirmation.ts';
import { planRequest } from './plan-request.ts';

const ireland: AwsDestination = { region: 'eu-west-1', profile: undefined, endpointUrl: undefined };
const reviews = planRequest({
  service: 'Comprehend',
  rows: [
    { text: 'Great, thanks', languageCode: 'en' },
    { text: 'Schlecht', languageCode: 'de' },
    { text: null, languageCode: 'en' },
  ],
  maxRowsPerBatch: null,
});

test('says what is sent, what not, where to, as whom and at what cost', () => {
  expect(confirmationOf(reviews, ireland)).toEqual({
    question: 'Send 2 rows to Amazon Comprehend in eu-west-1?',
    details: [
      'What: 2 texts, 21 bytes, in 2 calls of BatchDetectSentiment (en, de).',
      'Not sent: 1 row that cannot be answered.',
      'Where to: Comprehend of AWS in eu-west-1, the Region of the design.',
      'As: the credentials AWS finds by default, not the role of the cluster.',
      expect.stringMatching(/^Cost: At most 6 units .* see https:/),
    ],
  });
});

test('names the endpoint, the profile and another address', () => {
  const plan = planRequest({
    service: 'SageMaker',
    endpointName: 'fraud-detector',
    rows: [['1', 'a']],
    maxRowsPerBatch: null,
    outputType: 'real',
  });
  const confirmation = confirmationOf(plan, { ...ireland, profile: 'dev', endpointUrl: 'http://127.0.0.1:4566' });
  expect(confirmation?.question).toBe('Send 1 row to the SageMaker endpoint fraud-detector in eu-west-1?');
  expect(confirmation?.details.slice(0, 3)).toEqual([
    'What: 1 row of model inputs, 3 bytes of CSV, in 1 call of InvokeEndpoint.',
    'Where to: http://127.0.0.1:4566, set as the address to call instead of AWS (signed for eu-west-1).',
    'As: the credentials of AWS profile dev, not the role of the cluster.',
  ]);
});

test('warns of a Region without the service', () => {
  const details = confirmationOf(reviews, { ...ireland, region: 'ap-east-1' })?.details ?? [];
  expect(details.at(-1)).toBe('The list of Regions shows no Comprehend in ap-east-1: the call is likely to fail.');
});

test('nothing is asked when no row would be sent', () => {
  const plan = planRequest({ service: 'Comprehend', rows: [{ text: '', languageCode: 'en' }], maxRowsPerBatch: null });
  expect(confirmationOf(plan, ireland)).toBeUndefined();
});
