import { describe, expect } from 'vitest';
import { Preview } from './driver/preview.ts';
import { test } from './window-test.ts';

describe('the preview of an ML call', () => {
  test('answers a call of literals at once, and says that a stand-in does', async ({ window }) => {
    await window.open('reviews.sql');
    await window.find("detect_sentiment('The parcel");
    await window.codeLens('Preview inference');
    const preview = await Preview.of(window);
    await expect.poll(() => preview.results()).toEqual([['POSITIVE', expect.stringMatching(/^0\.\d+$/)]]);
    expect(await preview.text()).toContain('Answered by a stand-in on this machine; nothing is sent.');
    expect(await preview.status()).toContain('Offline stand-in, not Comprehend');
    expect(await window.tabsInFront()).toEqual(['reviews.sql', 'Inference Preview']);
    await window.screenshot('preview of literals');
  });

  test('asks for the values of columns, in as many rows as a person wants', async ({ window }) => {
    await window.open('reviews.sql');
    await window.find('detect_sentiment(r.body');
    await window.runCommand('Aurora: Preview Inference');
    const preview = await Preview.of(window);
    await preview.field('r.body').fill('I love this mug, it is wonderful.');
    await preview.button('Add row').click();
    await preview.field('r.body', 1).fill('Terrible. It arrived broken and I hate it.');
    await preview.button('Run').click();
    await expect
      .poll(() => preview.results())
      .toEqual([
        ['POSITIVE', expect.stringMatching(/^0\.\d+$/)],
        ['NEGATIVE', expect.stringMatching(/^0\.\d+$/)],
      ]);
    await window.screenshot('preview of columns');
  });

  test('answers a SageMaker call with the kind of value that the endpoint is said to return', async ({ window }) => {
    await window.open('reviews.sql');
    await window.find("invoke_endpoint('fraud-detector', 500");
    await window.runCommand('Aurora: Preview Inference');
    const preview = await Preview.of(window);
    await preview.field('amount').fill('129.90');
    await preview.field('minutes_since_last').fill('3');
    await preview.field('country').fill('DE');
    await preview.field('country').press('Enter');
    await expect.poll(() => preview.results()).toEqual([[expect.stringMatching(/^\d+(\.\d+)?$/)]]);
    expect(await preview.status()).toContain('Offline stand-in, not your model');
    await window.screenshot('preview of SageMaker');
  });

  test('knows the functions of Aurora MySQL', async ({ window }) => {
    await window.open('fraud.mysql.sql');
    await window.find("detect_sentiment('Die Lieferung");
    await window.runCommand('Aurora: Preview Inference');
    const preview = await Preview.of(window);
    await expect.poll(() => preview.text()).toContain("aws_comprehend_detect_sentiment('Die Lieferung");
    await expect.poll(() => preview.results()).toHaveLength(1);
    await window.screenshot('preview of MySQL');
  });

  test('says what to do where there is no call', async ({ window }) => {
    await window.open('reviews.sql');
    await window.goTo(10, 1);
    await window.runCommand('Aurora: Preview Inference');
    await window.notification('Put the cursor on a call of an Aurora ML function.');
  });
});
