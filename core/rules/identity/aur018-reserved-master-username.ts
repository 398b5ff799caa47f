import { known } from '../../design/node.ts';
import * as limits from '../../facts/generated/limits.ts';
import * as reservedWords from '../../facts/generated/reserved-words.ts';
import { setValue } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { freeUsername, isRefusedUsername } from './reserved-username.ts';
import { isReservedWord } from './reserved-word.ts';

const words: readonly string[] = limits.master_username_reserved_more.value;

/** How the roles of the engines themselves begin. */
const rolePrefix = /^(?:pg|rds)_/;

export const rule: DesignRule = {
  id: 'AUR018',
  title: 'The master user name is a word that the engine may keep for itself',
  group: 'Identity',
  severity: 'warning',
  facts: [limits.master_username_reserved_more, reservedWords.mysql, reservedWords.postgresql],
  check: (design, report) => {
    const [engine, name] = [known(design.engine), known(design.masterUsername)?.toLowerCase()];
    if (engine === undefined || name === undefined || isRefusedUsername(design)) return;
    if (!words.includes(name) && !rolePrefix.test(name) && !isReservedWord(engine, name)) return;
    const message = `"${name}" is a word that ${engine} keeps for itself, and RDS may refuse it as the master user name. Choose another one, such as ${freeUsername}.`;
    report(design.masterUsername.path, message, { fixes: [setValue(design.masterUsername.path, freeUsername)] });
  },
};

export const page: RulePage = {
  reason:
    'RDS refuses the reserved words of the engine and the names of its own roles as master user; AWS gives no complete list. postgres is fine.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
masterUsername: rds_owner
#               ^^^^^^^^^ AUR018
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
masterUsername: postgres
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
`,
};
