import { afterAll, expect } from 'vitest';
import { startAwsLoopback } from '../aws-loopback/start-aws-loopback.ts';
import { Preview } from './driver/preview.ts';
import { test } from './window-test.ts';

const loopback = await startAwsLoopback();
afterAll(() => loopback.close());

test.override('windowOptions', {
  untrusted: true,
  settings: {
    'auroraBlueprint.inference.provider': 'aws',
    'auroraBlueprint.inference.endpointUrl': loopback.url,
  },
});

test('nothing is sent from a workspace that is not trusted, and everything else works', async ({ window }) => {
  await window.open('reviews.sql');
  await window.find("detect_sentiment('The parcel");
  await window.runCommand('Aurora: Preview Inference');
  const preview = await Preview.of(window);
  await expect.poll(() => preview.status()).toContain('Nothing is sent to AWS from a workspace that is not trusted.');
  await window.screenshot('preview untrusted');
  await window.open('reviews.sql');
  await window.find("lovely.', 'en");
  await window.press('ArrowRight');
  await window.type('glish');
  await expect.poll(() => window.squiggles()).toMatchObject([{ severity: 'error', text: "'english'" }]);
  expect(loopback.requests).toEqual([]);
});
