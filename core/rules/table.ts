import type { DesignRule } from './rule.ts';

/** Every rule over designs, in order of its id. */
export const designRules: readonly DesignRule[] = [];
