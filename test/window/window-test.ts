import { test as base, inject } from 'vitest';
import type { WindowOptions } from './driver/options.ts';
import { Window } from './driver/window.ts';

/**
 * The `test` of window tests. All tests of a file share one `window`, which opens when the first asks for it; a test
 * that fails leaves a screenshot. A file that needs another window says so at its top:
 *
 * ```ts
 * test.override('windowOptions', { theme: 'dark', settings: { 'editor.minimap.enabled': false } });
 * ```
 */
export const test = base
  .extend('windowOptions', { scope: 'file' }, {} as WindowOptions)
  .extend('window', { scope: 'file' }, async ({ windowOptions }, { onCleanup }) => {
    const window = await Window.start(inject('extensionsFolder'), windowOptions);
    onCleanup(() => window.close());
    return window;
  })
  .extend('screenshotOnFailure', { auto: true }, async ({ window, task, onTestFailed }) => {
    onTestFailed(async () => {
      console.log(`The screen when it failed: ${await window.screenshot(`failed ${task.name}`)}`);
      // What it left open must not stand in the way of the next test.
      await window.press('Escape');
    });
  });
