import type { RuleIdentity } from '../../rules/rule.ts';
import { rule as mym900 } from './mym900-second-opinion.ts';
import { rule as mym901 } from './mym901-lexical-error.ts';
import { rule as pgm900 } from './pgm900-parser-error.ts';

/** The rules that speak where the syntax of a text is checked, which takes parsers, in order of the id. */
export const syntaxRules: readonly RuleIdentity[] = [mym900, mym901, pgm900];
