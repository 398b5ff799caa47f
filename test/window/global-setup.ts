import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { vsix } from '../../scripts/checkout.mjs';
import { findOrInstallChromium } from '../../scripts/chromium.mjs';
import { packageExtension } from '../../scripts/package.mjs';
import { installVsCodeServer } from '../../scripts/vscode-server/install.mjs';
import { installExtension } from '../../scripts/vscode-server/start.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the packaged extension is installed, for every window. */
    extensionsFolder: string;
  }
}

/** Packages the extension, and installs it once for all windows: what is tested is what people install. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await findOrInstallChromium();
  const server = await installVsCodeServer();
  await packageExtension();
  const home = await mkdtemp(join(tmpdir(), 'aurora-extensions-'));
  const extensionsFolder = join(home, 'extensions');
  await installExtension(server, vsix, { dataFolder: join(home, 'data'), extensionsFolder });
  project.provide('extensionsFolder', extensionsFolder);
  return () => rm(home, { recursive: true, force: true });
}
