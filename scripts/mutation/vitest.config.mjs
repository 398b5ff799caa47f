import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { checkout } from '../checkout.mjs';
import { instrumentRules } from './instrumented-rules.mjs';

const folder = process.env.AURORA_MUTATION_FOLDER;
if (folder === undefined) throw new Error('Run this by npm run mutate.');
const { sources, mutants } = await instrumentRules();
writeFileSync(join(folder, 'mutants.json'), JSON.stringify(mutants));

export default defineConfig({
  plugins: [
    {
      name: 'instrumented-rules',
      enforce: 'pre',
      load: (id) => sources.get(id),
    },
  ],
  test: {
    root: checkout,
    include: ['core/rules/**/*.test.ts'],
    // Generated designs, once for each mutant, take too long.
    exclude: ['core/rules/fixes-among-references.test.ts'],
    runner: join(import.meta.dirname, 'mutant-runner.mjs'),
    testTimeout: 3_600_000,
  },
});
