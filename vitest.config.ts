import { defineConfig } from 'vitest/config';
import { MatrixReporter } from './test/lsp/matrix/reporter.ts';

export default defineConfig({
  plugins: [
    {
      name: 'language-server-matrix',
      // A reporter of the configuration would give way to those of the command line.
      configureVitest: ({ vitest }) => {
        vitest.config.reporters.push(new MatrixReporter());
      },
    },
  ],
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
