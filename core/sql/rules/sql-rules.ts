import type { SqlRule } from '../sql-rule.ts';
import { rule as aur1101 } from './aur1101-service-association.ts';
import { rule as aur1114 } from './aur1114-template-association.ts';
import { rule as aur1115 } from './aur1115-equally-near-designs.ts';
import { rule as aur1116 } from './aur1116-undeclared-endpoint.ts';
import { rule as aur1117 } from './aur1117-number-of-inputs.ts';
import { rule as aur1118 } from './aur1118-kind-of-input.ts';
import { rule as aur1119 } from './aur1119-result-type.ts';
import { rule as aur1121 } from './aur1121-named-design.ts';
import { rule as mym001 } from './mym001-argument-count.ts';
import { rule as mym002 } from './mym002-language-code.ts';
import { rule as mym003 } from './mym003-batch-size.ts';
import { rule as mym004 } from './mym004-alias-target.ts';
import { rule as mym005 } from './mym005-return-type.ts';
import { rule as mym006 } from './mym006-characteristic.ts';
import { rule as mym007 } from './mym007-return-charset.ts';
import { rule as mym008 } from './mym008-alias-body.ts';
import { rule as mym009 } from './mym009-bedrock-version.ts';
import { rule as mym013 } from './mym013-grant-of-other-version.ts';
import { rule as mym014 } from './mym014-reserved-word.ts';
import { rule as mym016 } from './mym016-large-batch.ts';
import { rule as mym018 } from './mym018-fault-injection.ts';
import { rule as mym019 } from './mym019-long-fault.ts';
import { rule as mym020 } from './mym020-endpoint-name.ts';
import { rule as mym021 } from './mym021-unknown-function.ts';
import { rule as mym024 } from './mym024-alias-clause.ts';
import { rule as mym025 } from './mym025-clause-value.ts';
import { rule as mym026 } from './mym026-alias-parameter.ts';
import { rule as mym027 } from './mym027-alias-order.ts';
import { rule as pgm001 } from './pgm001-argument-count.ts';
import { rule as pgm002 } from './pgm002-language-code.ts';
import { rule as pgm003 } from './pgm003-argument-kind.ts';
import { rule as pgm004 } from './pgm004-argument-name.ts';
import { rule as pgm020 } from './pgm020-unknown-function.ts';

/** Every rule over SQL statements, in order of its id. */
export const sqlRules: readonly SqlRule[] = [
  aur1101,
  aur1114,
  aur1115,
  aur1116,
  aur1117,
  aur1118,
  aur1119,
  aur1121,
  mym001,
  mym002,
  mym003,
  mym004,
  mym005,
  mym006,
  mym007,
  mym008,
  mym009,
  mym013,
  mym014,
  mym016,
  mym018,
  mym019,
  mym020,
  mym021,
  mym024,
  mym025,
  mym026,
  mym027,
  pgm001,
  pgm002,
  pgm003,
  pgm004,
  pgm020,
];
