import type { TestProject } from 'vitest/node';
import { findOrInstallNeovim } from '../../scripts/neovim.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    /** The path of the Neovim under test. */
    neovim: string;
  }
}

export async function setup(project: TestProject): Promise<void> {
  project.provide('neovim', await findOrInstallNeovim());
}
