import { afterAll, describe, expect } from 'vitest';
import { loopbackCredentials } from '../aws-loopback/signature.ts';
import { startAwsLoopback } from '../aws-loopback/start-aws-loopback.ts';
import { Preview } from './driver/preview.ts';
import type { Window } from './driver/window.ts';
import { test } from './window-test.ts';

const loopback = await startAwsLoopback({
  sentiments: { lovely: 'POSITIVE', broken: 'NEGATIVE' },
  endpoints: {
    'fraud-detector': (body) =>
      body
        .trimEnd()
        .split('\n')
        .map(() => '0.87\n')
        .join(''),
  },
});
afterAll(() => loopback.close());

test.override('windowOptions', {
  settings: {
    'auroraBlueprint.inference.provider': 'aws',
    'auroraBlueprint.inference.endpointUrl': loopback.url,
  },
  environment: {
    AWS_ACCESS_KEY_ID: loopbackCredentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: loopbackCredentials.secretAccessKey,
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    AWS_EC2_METADATA_DISABLED: 'true',
  },
});

async function previewLiteral(window: Window): Promise<Preview> {
  await window.open('reviews.sql');
  await window.find("detect_sentiment('The parcel");
  await window.runCommand('Aurora: Preview Inference');
  return Preview.of(window);
}

describe('a preview that AWS answers', () => {
  test('sends nothing before a person has read what, where to and at what cost, and nothing when they refuse', async ({
    window,
  }) => {
    const preview = await previewLiteral(window);
    const dialog = await window.dialog();
    const question = await dialog.innerText();
    expect(question).toContain('Send 1 row to Amazon Comprehend in us-east-1?');
    expect(question).toContain('What: 1 text, 54 bytes, in 1 call of BatchDetectSentiment (en).');
    expect(question).toContain(`Where to: ${loopback.url}`);
    expect(question).toContain('Cost: At most 3 units of 100 characters');
    await window.screenshot('preview confirmation');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await expect.poll(() => preview.status()).toBe('Nothing was sent.');
    expect(loopback.requests).toEqual([]);
  });

  test('shows what Comprehend said once the person agreed', async ({ window }) => {
    const preview = await previewLiteral(window);
    const dialog = await window.dialog();
    await dialog.getByRole('button', { name: 'Send' }).click();
    await expect.poll(() => preview.results()).toEqual([['POSITIVE', '0.97']]);
    expect(loopback.requests).toMatchObject([
      { signer: { isValid: true, service: 'comprehend', region: 'us-east-1' } },
    ]);
    await window.screenshot('preview from Comprehend');
  });

  test('shows what a SageMaker endpoint said for each row', async ({ window }) => {
    await window.open('reviews.sql');
    await window.find("invoke_endpoint('fraud-detector', 500");
    await window.runCommand('Aurora: Preview Inference');
    const preview = await Preview.of(window);
    await preview.field('amount').fill('129.90');
    await preview.field('minutes_since_last').fill('3');
    await preview.field('country').fill('DE');
    await preview.button('Run').click();
    const dialog = await window.dialog();
    expect(await dialog.innerText()).toContain('Send 1 row to the SageMaker endpoint fraud-detector in us-east-1?');
    await dialog.getByRole('button', { name: 'Send' }).click();
    await expect.poll(() => preview.results()).toEqual([['0.87']]);
    expect(loopback.requests.at(-1)).toMatchObject({
      path: '/endpoints/fraud-detector/invocations',
      body: expect.stringContaining('129.9'),
      signer: { isValid: true },
    });
  });

  test('is not asked for again when its panel was out of sight, and keeps what was typed', async ({ window }) => {
    const sent = loopback.requests.length;
    await (await Preview.of(window)).field('amount').click();
    await window.open('fraud.mysql.sql');
    expect(await window.tabsInFront()).toEqual(['reviews.sql', 'fraud.mysql.sql']);
    await window.showTab('Inference Preview');
    const preview = await Preview.of(window);
    await expect.poll(() => preview.results()).toEqual([['0.87']]);
    expect(await preview.field('amount').inputValue()).toBe('129.90');
    expect(loopback.requests).toHaveLength(sent);
  });
});
