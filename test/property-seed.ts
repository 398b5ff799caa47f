import fc from 'fast-check';

/**
 * Property tests draw the same cases every time, so that a red run means a changed program; `npm run fuzz` draws
 * others. A seed it reports is repeated with `PROPERTY_SEED=<seed> npx vitest run <file>`.
 */
const { PROPERTY_SEED = 1 } = process.env;

fc.configureGlobal({ seed: Number(PROPERTY_SEED) });
