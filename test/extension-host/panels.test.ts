import assert from 'node:assert/strict';
import { commands, TabInputWebview, window } from 'vscode';
import { waitFor } from '../wait-for.ts';
import { open, rangeOf } from './documents.ts';

/** The tabs of our webviews, with the column they stand in. */
function panels() {
  return window.tabGroups.all.flatMap(({ tabs, viewColumn }) =>
    tabs.flatMap(({ input, label }) =>
      input instanceof TabInputWebview && input.viewType.includes('auroraBlueprint')
        ? [{ label, viewColumn, viewType: input.viewType.replace(/^.*-/, '') }]
        : [],
    ),
  );
}

async function closeAll(): Promise<void> {
  await window.tabGroups.close(window.tabGroups.all.flatMap(({ tabs }) => tabs.filter((tab) => !tab.isDirty)));
}

describe('the panels', () => {
  afterEach(closeAll);

  it('show topology and simulation in one panel beside the blueprint, which keeps the focus', async () => {
    const document = await open('fraud.aurora.yaml');
    await commands.executeCommand('auroraBlueprint.showTopology');
    await commands.executeCommand('auroraBlueprint.simulateFailover');
    const shown = await waitFor('the panel', () => panels().length > 0 && panels());
    const column = (window.activeTextEditor?.viewColumn ?? 0) + 1;
    assert.deepEqual(shown, [{ label: 'Aurora: fraud', viewColumn: column, viewType: 'auroraBlueprint.stage' }]);
    assert.equal(window.activeTextEditor?.document, document);
  });

  it('follow the blueprint that is looked at', async () => {
    await open('fraud.aurora.yaml');
    await commands.executeCommand('auroraBlueprint.showTopology');
    await open('orders.aurora.yaml');
    await waitFor('the panel to follow', () => panels().some(({ label }) => label === 'Aurora: orders'));
  });

  it('preview the ML call at the cursor', async () => {
    const document = await open('reviews.sql');
    const { start } = rangeOf(document, 'aws_comprehend.detect_sentiment(r.body');
    await commands.executeCommand('auroraBlueprint.previewInference', {
      uri: document.uri.toString(),
      position: start,
    });
    await waitFor('the preview', () => panels().some(({ viewType }) => viewType === 'auroraBlueprint.preview'));
  });
});
