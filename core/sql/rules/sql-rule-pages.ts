import type { GovernedPage, RulePage } from '../../rules/rule-page.ts';
import { page as aur1101 } from './aur1101-service-association.ts';
import { page as aur1114 } from './aur1114-template-association.ts';
import { page as aur1115 } from './aur1115-equally-near-designs.ts';
import { page as aur1116 } from './aur1116-undeclared-endpoint.ts';
import { page as aur1117 } from './aur1117-number-of-inputs.ts';
import { page as aur1118 } from './aur1118-kind-of-input.ts';
import { page as aur1119 } from './aur1119-result-type.ts';
import { page as aur1121 } from './aur1121-named-design.ts';
import { page as aur1122 } from './aur1122-version-lacks-feature.ts';
import { page as mym001 } from './mym001-argument-count.ts';
import { page as mym002 } from './mym002-language-code.ts';
import { page as mym003 } from './mym003-batch-size.ts';
import { page as mym004 } from './mym004-alias-target.ts';
import { page as mym005 } from './mym005-return-type.ts';
import { page as mym006 } from './mym006-characteristic.ts';
import { page as mym007 } from './mym007-return-charset.ts';
import { page as mym008 } from './mym008-alias-body.ts';
import { page as mym009 } from './mym009-bedrock-version.ts';
import { page as mym010 } from './mym010-generated-column.ts';
import { page as mym011 } from './mym011-binlog-format.ts';
import { page as mym012 } from './mym012-missing-grants.ts';
import { page as mym013 } from './mym013-grant-of-other-version.ts';
import { page as mym014 } from './mym014-reserved-word.ts';
import { page as mym015 } from './mym015-not-batched.ts';
import { page as mym016 } from './mym016-large-batch.ts';
import { page as mym018 } from './mym018-fault-injection.ts';
import { page as mym019 } from './mym019-long-fault.ts';
import { page as mym020 } from './mym020-endpoint-name.ts';
import { page as mym021 } from './mym021-unknown-function.ts';
import { page as mym022 } from './mym022-sentiment-value.ts';
import { page as mym023 } from './mym023-trigger.ts';
import { page as mym024 } from './mym024-alias-clause.ts';
import { page as mym025 } from './mym025-clause-value.ts';
import { page as mym026 } from './mym026-alias-parameter.ts';
import { page as mym027 } from './mym027-alias-order.ts';
import { page as mym028 } from './mym028-computed-by-table.ts';
import { page as mym029 } from './mym029-grant.ts';
import { page as mym030 } from './mym030-view.ts';
import { page as mym031 } from './mym031-text-size.ts';
import { page as mym032 } from './mym032-no-text.ts';
import { page as mym033 } from './mym033-same-call.ts';
import { page as mym034 } from './mym034-whole-table.ts';
import { page as mym900 } from './mym900-second-opinion.ts';
import { page as mym901 } from './mym901-lexical-error.ts';
import { page as pgm001 } from './pgm001-argument-count.ts';
import { page as pgm002 } from './pgm002-language-code.ts';
import { page as pgm003 } from './pgm003-argument-kind.ts';
import { page as pgm004 } from './pgm004-argument-name.ts';
import { page as pgm005 } from './pgm005-fields-of-one-call.ts';
import { page as pgm006 } from './pgm006-wrapper-batching.ts';
import { page as pgm007 } from './pgm007-batch-context.ts';
import { page as pgm008 } from './pgm008-limit-without-batch.ts';
import { page as pgm009 } from './pgm009-uncast-number.ts';
import { page as pgm010 } from './pgm010-too-many-inputs.ts';
import { page as pgm011 } from './pgm011-endpoint-name.ts';
import { page as pgm012 } from './pgm012-nullable-input.ts';
import { page as pgm013 } from './pgm013-pinned-extension.ts';
import { page as pgm014 } from './pgm014-missing-extension.ts';
import { page as pgm015 } from './pgm015-execute-grant.ts';
import { page as pgm016 } from './pgm016-text-size.ts';
import { page as pgm017 } from './pgm017-vector-dimension.ts';
import { page as pgm018 } from './pgm018-model-input-json.ts';
import { page as pgm019 } from './pgm019-whole-table.ts';
import { page as pgm020 } from './pgm020-unknown-function.ts';
import { page as pgm021 } from './pgm021-long-transaction.ts';
import { page as pgm022 } from './pgm022-json-by-concatenation.ts';
import { page as pgm023 } from './pgm023-json-operator.ts';
import { page as pgm024 } from './pgm024-sentiment-value.ts';
import { page as pgm025 } from './pgm025-bedrock-version.ts';
import { page as pgm026 } from './pgm026-same-call.ts';
import { page as pgm027 } from './pgm027-null-argument.ts';
import { page as pgm028 } from './pgm028-batch-size.ts';
import { page as pgm029 } from './pgm029-empty-text.ts';
import { page as pgm030 } from './pgm030-media-type.ts';
import { page as pgm031 } from './pgm031-unknown-field.ts';
import { page as pgm032 } from './pgm032-field-brackets.ts';
import { page as pgm033 } from './pgm033-record-as-value.ts';
import { page as pgm034 } from './pgm034-immutable-only.ts';
import { page as pgm035 } from './pgm035-constraint-expression.ts';
import { page as pgm036 } from './pgm036-trigger-function.ts';
import { page as pgm037 } from './pgm037-plain-view.ts';
import { page as pgm038 } from './pgm038-read-only-transaction.ts';
import { page as pgm039 } from './pgm039-immutable-wrapper.ts';
import { page as pgm040 } from './pgm040-definer-search-path.ts';
import { page as pgm041 } from './pgm041-unused-batch-size.ts';
import { page as pgm042 } from './pgm042-extension-cascade.ts';
import { page as pgm043 } from './pgm043-vector-extension.ts';
import { page as pgm900 } from './pgm900-parser-error.ts';

/** The page of every rule over SQL, by the rule's id. Apart from the rules, so that bundles that only check leave it out. */
export const sqlRulePages: Readonly<Record<string, RulePage | GovernedPage>> = {
  AUR1101: aur1101,
  AUR1114: aur1114,
  AUR1115: aur1115,
  AUR1116: aur1116,
  AUR1117: aur1117,
  AUR1118: aur1118,
  AUR1119: aur1119,
  AUR1121: aur1121,
  AUR1122: aur1122,
  MYM001: mym001,
  MYM002: mym002,
  MYM003: mym003,
  MYM004: mym004,
  MYM005: mym005,
  MYM006: mym006,
  MYM007: mym007,
  MYM008: mym008,
  MYM009: mym009,
  MYM010: mym010,
  MYM011: mym011,
  MYM012: mym012,
  MYM013: mym013,
  MYM014: mym014,
  MYM015: mym015,
  MYM016: mym016,
  MYM018: mym018,
  MYM019: mym019,
  MYM020: mym020,
  MYM021: mym021,
  MYM022: mym022,
  MYM023: mym023,
  MYM024: mym024,
  MYM025: mym025,
  MYM026: mym026,
  MYM027: mym027,
  MYM028: mym028,
  MYM029: mym029,
  MYM030: mym030,
  MYM031: mym031,
  MYM032: mym032,
  MYM033: mym033,
  MYM034: mym034,
  MYM900: mym900,
  MYM901: mym901,
  PGM001: pgm001,
  PGM002: pgm002,
  PGM003: pgm003,
  PGM004: pgm004,
  PGM005: pgm005,
  PGM006: pgm006,
  PGM007: pgm007,
  PGM008: pgm008,
  PGM009: pgm009,
  PGM010: pgm010,
  PGM011: pgm011,
  PGM012: pgm012,
  PGM013: pgm013,
  PGM014: pgm014,
  PGM015: pgm015,
  PGM016: pgm016,
  PGM017: pgm017,
  PGM018: pgm018,
  PGM019: pgm019,
  PGM020: pgm020,
  PGM021: pgm021,
  PGM022: pgm022,
  PGM023: pgm023,
  PGM024: pgm024,
  PGM025: pgm025,
  PGM026: pgm026,
  PGM027: pgm027,
  PGM028: pgm028,
  PGM029: pgm029,
  PGM030: pgm030,
  PGM031: pgm031,
  PGM032: pgm032,
  PGM033: pgm033,
  PGM034: pgm034,
  PGM035: pgm035,
  PGM036: pgm036,
  PGM037: pgm037,
  PGM038: pgm038,
  PGM039: pgm039,
  PGM040: pgm040,
  PGM041: pgm041,
  PGM042: pgm042,
  PGM043: pgm043,
  PGM900: pgm900,
};
