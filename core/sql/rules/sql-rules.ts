import type { SqlRule } from '../sql-rule.ts';
import { rule as aur1101 } from './aur1101-service-association.ts';
import { rule as aur1114 } from './aur1114-template-association.ts';
import { rule as aur1115 } from './aur1115-equally-near-designs.ts';
import { rule as aur1116 } from './aur1116-undeclared-endpoint.ts';
import { rule as aur1117 } from './aur1117-number-of-inputs.ts';
import { rule as aur1118 } from './aur1118-kind-of-input.ts';
import { rule as aur1119 } from './aur1119-result-type.ts';
import { rule as aur1121 } from './aur1121-named-design.ts';
import { rule as aur1122 } from './aur1122-version-lacks-feature.ts';
import { rule as mym001 } from './mym001-argument-count.ts';
import { rule as mym002 } from './mym002-language-code.ts';
import { rule as mym003 } from './mym003-batch-size.ts';
import { rule as mym004 } from './mym004-alias-target.ts';
import { rule as mym005 } from './mym005-return-type.ts';
import { rule as mym006 } from './mym006-characteristic.ts';
import { rule as mym007 } from './mym007-return-charset.ts';
import { rule as mym008 } from './mym008-alias-body.ts';
import { rule as mym009 } from './mym009-bedrock-version.ts';
import { rule as mym010 } from './mym010-generated-column.ts';
import { rule as mym011 } from './mym011-binlog-format.ts';
import { rule as mym012 } from './mym012-missing-grants.ts';
import { rule as mym013 } from './mym013-grant-of-other-version.ts';
import { rule as mym014 } from './mym014-reserved-word.ts';
import { rule as mym015 } from './mym015-not-batched.ts';
import { rule as mym016 } from './mym016-large-batch.ts';
import { rule as mym018 } from './mym018-fault-injection.ts';
import { rule as mym019 } from './mym019-long-fault.ts';
import { rule as mym020 } from './mym020-endpoint-name.ts';
import { rule as mym021 } from './mym021-unknown-function.ts';
import { rule as mym022 } from './mym022-sentiment-value.ts';
import { rule as mym023 } from './mym023-trigger.ts';
import { rule as mym024 } from './mym024-alias-clause.ts';
import { rule as mym025 } from './mym025-clause-value.ts';
import { rule as mym026 } from './mym026-alias-parameter.ts';
import { rule as mym027 } from './mym027-alias-order.ts';
import { rule as mym028 } from './mym028-computed-by-table.ts';
import { rule as mym029 } from './mym029-grant.ts';
import { rule as mym030 } from './mym030-view.ts';
import { rule as mym031 } from './mym031-text-size.ts';
import { rule as mym032 } from './mym032-no-text.ts';
import { rule as mym033 } from './mym033-same-call.ts';
import { rule as mym034 } from './mym034-whole-table.ts';
import { rule as pgm001 } from './pgm001-argument-count.ts';
import { rule as pgm002 } from './pgm002-language-code.ts';
import { rule as pgm003 } from './pgm003-argument-kind.ts';
import { rule as pgm004 } from './pgm004-argument-name.ts';
import { rule as pgm005 } from './pgm005-fields-of-one-call.ts';
import { rule as pgm006 } from './pgm006-wrapper-batching.ts';
import { rule as pgm007 } from './pgm007-batch-context.ts';
import { rule as pgm008 } from './pgm008-limit-without-batch.ts';
import { rule as pgm009 } from './pgm009-uncast-number.ts';
import { rule as pgm010 } from './pgm010-too-many-inputs.ts';
import { rule as pgm011 } from './pgm011-endpoint-name.ts';
import { rule as pgm012 } from './pgm012-nullable-input.ts';
import { rule as pgm013 } from './pgm013-pinned-extension.ts';
import { rule as pgm014 } from './pgm014-missing-extension.ts';
import { rule as pgm015 } from './pgm015-execute-grant.ts';
import { rule as pgm016 } from './pgm016-text-size.ts';
import { rule as pgm017 } from './pgm017-vector-dimension.ts';
import { rule as pgm018 } from './pgm018-model-input-json.ts';
import { rule as pgm019 } from './pgm019-whole-table.ts';
import { rule as pgm020 } from './pgm020-unknown-function.ts';
import { rule as pgm021 } from './pgm021-long-transaction.ts';
import { rule as pgm022 } from './pgm022-json-by-concatenation.ts';
import { rule as pgm023 } from './pgm023-json-operator.ts';
import { rule as pgm024 } from './pgm024-sentiment-value.ts';
import { rule as pgm025 } from './pgm025-bedrock-version.ts';
import { rule as pgm026 } from './pgm026-same-call.ts';
import { rule as pgm027 } from './pgm027-null-argument.ts';
import { rule as pgm028 } from './pgm028-batch-size.ts';
import { rule as pgm029 } from './pgm029-empty-text.ts';
import { rule as pgm030 } from './pgm030-media-type.ts';
import { rule as pgm031 } from './pgm031-unknown-field.ts';
import { rule as pgm032 } from './pgm032-field-brackets.ts';
import { rule as pgm033 } from './pgm033-record-as-value.ts';
import { rule as pgm034 } from './pgm034-immutable-only.ts';
import { rule as pgm035 } from './pgm035-constraint-expression.ts';
import { rule as pgm036 } from './pgm036-trigger-function.ts';
import { rule as pgm037 } from './pgm037-plain-view.ts';
import { rule as pgm038 } from './pgm038-read-only-transaction.ts';
import { rule as pgm039 } from './pgm039-immutable-wrapper.ts';
import { rule as pgm040 } from './pgm040-definer-search-path.ts';
import { rule as pgm041 } from './pgm041-unused-batch-size.ts';
import { rule as pgm042 } from './pgm042-extension-cascade.ts';
import { rule as pgm043 } from './pgm043-vector-extension.ts';

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
  aur1122,
  mym001,
  mym002,
  mym003,
  mym004,
  mym005,
  mym006,
  mym007,
  mym008,
  mym009,
  mym010,
  mym011,
  mym012,
  mym013,
  mym014,
  mym015,
  mym016,
  mym018,
  mym019,
  mym020,
  mym021,
  mym022,
  mym023,
  mym024,
  mym025,
  mym026,
  mym027,
  mym028,
  mym029,
  mym030,
  mym031,
  mym032,
  mym033,
  mym034,
  pgm001,
  pgm002,
  pgm003,
  pgm004,
  pgm005,
  pgm006,
  pgm007,
  pgm008,
  pgm009,
  pgm010,
  pgm011,
  pgm012,
  pgm013,
  pgm014,
  pgm015,
  pgm016,
  pgm017,
  pgm018,
  pgm019,
  pgm020,
  pgm021,
  pgm022,
  pgm023,
  pgm024,
  pgm025,
  pgm026,
  pgm027,
  pgm028,
  pgm029,
  pgm030,
  pgm031,
  pgm032,
  pgm033,
  pgm034,
  pgm035,
  pgm036,
  pgm037,
  pgm038,
  pgm039,
  pgm040,
  pgm041,
  pgm042,
  pgm043,
];
