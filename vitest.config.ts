import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Tests say what holds, not how fast: a busy machine is no failure.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    setupFiles: ['test/property-seed.ts'],
    include: [
      'core/**/*.test.ts',
      'server/**/*.test.ts',
      'client/**/*.test.ts',
      'test/architecture/**/*.test.ts',
      'test/language/**/*.test.ts',
      'test/lsp/**/*.test.ts',
      'test/cli/**/*.test.ts',
    ],
    exclude: ['**/node_modules/**', '**/dist/**', '**/.vscode-server/**', '**/.vscode-test/**'],
  },
});
