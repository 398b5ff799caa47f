// Runs the property tests on cases they have not seen: `npm run fuzz [-- <rounds> <vitest filters>]`.
import { execFileSync, spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';

const [first, ...rest] = process.argv.slice(2);
const isCount = /^\d+$/.test(first ?? '');
const rounds = isCount ? Number(first) : 5;
const filters = [...(isCount || first === undefined ? [] : [first]), ...rest];

const propertyTests = execFileSync('git', ['grep', '-l', "from 'fast-check'", '--', '*.test.ts'], { encoding: 'utf8' })
  .trim()
  .split('\n')
  .filter((path) => filters.length === 0 || filters.some((filter) => path.includes(filter)));
if (propertyTests.length === 0) {
  console.error(`No property test has a path with ${filters.join(' or ')} in it.`);
  process.exit(1);
}

for (let round = 1; round <= rounds; round += 1) {
  const seed = randomInt(2 ** 31);
  console.log(`Round ${round} of ${rounds}: PROPERTY_SEED=${seed}`);
  const { status } = spawnSync(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', '--reporter=dot', ...propertyTests],
    {
      env: { ...process.env, PROPERTY_SEED: String(seed) },
      stdio: 'inherit',
    },
  );
  if (status !== 0) process.exit(status ?? 1);
}
