import type { TestProject } from 'vitest/node';
import { run } from '../../scripts/command.mjs';
import { findOrInstallNeovim } from '../../scripts/neovim.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    /** The Neovim under test. */
    neovim: { readonly path: string; readonly version: readonly [major: number, minor: number] };
  }
}

export async function setup(project: TestProject): Promise<void> {
  const path = await findOrInstallNeovim();
  const [, major, minor] = /v(\d+)\.(\d+)/.exec(await run(path, ['--version'])) ?? [];
  project.provide('neovim', { path, version: [Number(major), Number(minor)] });
}
