import { readBlueprint } from '@aurora-blueprint/core/design/readers/blueprint.ts';
import type { SqlDialect } from '@aurora-blueprint/core/facts/ml.ts';
import type { AwsSettings } from '@aurora-blueprint/core/inference/aws-destination.ts';
import { preparePreview, runPreview } from '@aurora-blueprint/core/inference/preview.ts';
import { previewableCall } from '@aurora-blueprint/core/inference/previewable-call.ts';
import type { Cell } from '@aurora-blueprint/core/inference/request.ts';
import { analyzeSql } from '@aurora-blueprint/core/sql/analyze.ts';
import { callsOf } from '@aurora-blueprint/core/sql/call-at.ts';
import { afterEach, expect, test, vi } from 'vitest';
import { loopbackCredentials } from '../../test/aws-loopback/signature.ts';
import { startAwsLoopback } from '../../test/aws-loopback/start-aws-loopback.ts';
import { createAwsProvider } from './aws/aws-provider.ts';
import { offlineProvider } from './offline/offline-provider.ts';

const design = readBlueprint('aurora: 1\nname: shop\nengine: aurora-postgresql\nprimary: { region: us-east-1 }\n')
  .documents[0]?.design;

/** From SQL to rows, with the provider that the preparation asks for. */
async function preview(text: string, rows: readonly (readonly Cell[])[], dialect: SqlDialect, aws?: AwsSettings) {
  const found = callsOf(analyzeSql(text, { dialect })).at(-1);
  if (found === undefined) throw new Error('The text has no ML call.');
  const call = previewableCall(found.statement.text, found.call, design);
  if (call.kind === 'unavailable') throw new Error(call.reason);
  const prepared = preparePreview({ call, rows, design, aws });
  if (prepared.kind === 'unavailable') throw new Error(prepared.reason);
  const { destination } = prepared;
  return runPreview(destination === undefined ? offlineProvider : createAwsProvider(destination), prepared);
}

afterEach(() => {
  vi.unstubAllEnvs();
});

test('reviews are judged on this machine, and the result says by whom', async () => {
  const sql = "SELECT r.id, s.* FROM reviews r, aws_comprehend.detect_sentiment(r.body, 'en') s";
  const rows = [['Lovely, works perfectly!'], [null]];
  expect(await preview(sql, rows, 'postgresql')).toEqual({
    notice: expect.stringMatching(/^Offline stand-in, not Comprehend/),
    rows: [
      { values: ['POSITIVE', expect.stringMatching(/^0\.\d+$/)] },
      { error: 'The text is NULL: there is nothing to send.' },
    ],
  });
});

test('payments are scored by the endpoint, and its answers come back as the function returns them', async () => {
  vi.stubEnv('AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED', 'true');
  vi.stubEnv('AWS_PROFILE', undefined);
  vi.stubEnv('AWS_ACCESS_KEY_ID', loopbackCredentials.accessKeyId);
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', loopbackCredentials.secretAccessKey);
  const model = (body: string) =>
    body
      .split('\n')
      .map((record) => (record.startsWith('900') ? '0.97' : 'n/a'))
      .join('\n');
  const loopback = await startAwsLoopback({ endpoints: { 'fraud-detector': model } });
  const sql = `CREATE FUNCTION fraud_score(amount DOUBLE, country VARCHAR(2)) RETURNS DOUBLE
    ALIAS AWS_SAGEMAKER_INVOKE_ENDPOINT ENDPOINT NAME 'fraud-detector';
    SELECT fraud_score(amount, 'DE') FROM payments;`;
  const settings = { awsProfile: '', endpointUrl: loopback.url };
  const result = await preview(sql, [['900'], ['12.5']], 'mysql', settings);
  await loopback.close();
  expect(loopback.requests.map(({ body }) => body)).toEqual(['900,DE\n12.5,DE']);
  expect(result).toEqual({
    notice: undefined,
    rows: [{ values: ['0.97'] }, { error: expect.stringContaining('"n/a" is not of type double') }],
  });
});
