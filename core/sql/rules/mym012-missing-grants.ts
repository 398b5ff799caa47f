import { clusterParameter } from '../../design/cluster-parameters.ts';
import { clustersOf, type Design } from '../../design/design.ts';
import * as ml from '../../facts/generated/ml.ts';
import type { MlService } from '../../facts/ml.ts';
import type { Fix } from '../../rules/finding.ts';
import type { RulePage } from '../../rules/rule-page.ts';
import type { AliasFunction } from '../declarations/alias-function.ts';
import type { Declarations } from '../declarations/declarations.ts';
import { type Grant, roleName } from '../declarations/grant.ts';
import { shiftRange } from '../shift-finding.ts';
import type { SqlFileSubject, SqlRule } from '../sql-rule.ts';
import { isWord } from '../text/token.ts';
import { insertion } from './sql-fix.ts';

const roles = ml.mysql3_roles.value;
const privileges: Partial<Readonly<Record<MlService, string>>> = ml.mysql2_privileges.value;

export const rule: SqlRule = {
  id: 'MYM012',
  title: 'Model function that nobody is allowed to call',
  group: 'Aurora ML in MySQL',
  severity: 'info',
  facts: [ml.mysql3_roles, ml.mysql_execute],
  dialects: ['mysql'],
  checkFile: (subject, report) => {
    const { statements, declarations } = subject;
    if (!setsUp(declarations)) return;
    const grants = declarations.grants.filter(({ isRevoke }) => !isRevoke);
    const said = new Set<MlService>();
    for (const { offset, declared } of statements) {
      const alias = declared.find((one) => one.kind === 'aliasFunction');
      if (alias === undefined || said.has(alias.signature.service)) continue;
      const { name, service } = alias.signature;
      const isRoleGranted = grants.some((grant) => givesService(grant, service));
      const missing = [
        ...(isRoleGranted ? [] : [`the role ${roles[service]}`]),
        ...(grants.some((grant) => givesExecute(grant, alias)) ? [] : [`EXECUTE on ${name}`]),
      ];
      const range = shiftRange(alias.nameRange, offset);
      if (missing.length > 0) {
        const message = `No statement here grants ${missing.join(' or ')}: of the application's users, nobody can call ${name}. Grant it, or ignore this where it is granted elsewhere.`;
        report(range, message, { fixes: grantFixes(subject, alias) });
        said.add(service);
      } else if (isRoleGrantedHere(subject, service) && !isActivated(subject)) {
        const message = `The role ${roles[service]} is granted here and activated nowhere: calls of ${name} are refused until SET ROLE or SET DEFAULT ROLE, or activate_all_roles_on_login.`;
        report(range, message);
        said.add(service);
      }
    }
  },
};

/** Whether the statements set a database up or say who may do what, rather than add a function to one that is there. */
function setsUp({ all, grants }: Declarations): boolean {
  return grants.length > 0 || all.some((one) => one.kind === 'table' && one.isCreated && one.columns.length > 0);
}

/** All that a function needs, granted to whom another GRANT of the file names. */
function grantFixes(
  { statements, text }: SqlFileSubject,
  { signature: { name, service } }: AliasFunction,
): readonly Fix[] {
  const place = statements.findLast(({ declared: [grant] }) => {
    return grant?.kind === 'grant' && !grant.isRevoke && grant.grantees.length === 1;
  });
  const [grant] = place?.declared ?? [];
  const grantee = grant?.kind === 'grant' ? grant.grantees[0] : undefined;
  if (place === undefined || grantee === undefined) return [];
  const end = place.offset + place.text.length;
  if (!/^\s*;/.test(text.slice(end, end + 100))) return [];
  const user = place.text.slice(grantee.range.start, grantee.range.end);
  const grants = [
    `GRANT EXECUTE ON FUNCTION ${name} TO ${user}`,
    `GRANT ${roles[service]} TO ${user}`,
    `SET DEFAULT ROLE ${roles[service]} TO ${user}`,
  ];
  return [insertion(`Grant ${name} to ${user}`, end, grants.map((one) => `;\n${one}`).join(''))];
}

function givesService({ privileges: given, on }: Grant, service: MlService): boolean {
  const wanted = [roles[service], ...(on === undefined ? [] : [privileges[service] ?? ''])];
  return given.some((one) => wanted.includes(roleName(one)));
}

function givesExecute({ privileges: given, on }: Grant, { signature: { name } }: AliasFunction): boolean {
  if (on === undefined || !given.some(({ text }) => text === 'execute' || text.startsWith('all'))) return false;
  return on.names.some(({ text }) => {
    return on.kind === 'table' ? text.endsWith('*') : text.slice(text.lastIndexOf('.') + 1).toLowerCase() === name;
  });
}

/** Where the role is granted in another file, so is it probably activated. */
function isRoleGrantedHere({ statements }: SqlFileSubject, service: MlService): boolean {
  return statements.some(({ declared }) => {
    return declared.some(
      (one) => one.kind === 'grant' && !one.isRevoke && one.on === undefined && givesService(one, service),
    );
  });
}

function isActivated({ statements, design }: SqlFileSubject): boolean {
  if (design !== undefined && activatesByParameter(design)) return true;
  return statements.some(({ statement: { tokens } }) => {
    if (isWord(tokens[0], 'set')) return tokens.slice(1, 6).some((token) => isRoleWord(token.text));
    return (
      isWord(tokens[0], 'alter', 'create') && isWord(tokens[1], 'user') && tokens.some((token) => isWord(token, 'role'))
    );
  });
}

function isRoleWord(text: string): boolean {
  return text === 'role' || text.toLowerCase().endsWith('activate_all_roles_on_login');
}

/** What a parameter says that is not known may be that. */
function activatesByParameter(design: Design): boolean {
  return clustersOf(design).some((cluster) => {
    const parameter = clusterParameter(cluster, 'activate_all_roles_on_login');
    return parameter !== undefined && !(parameter.presence === 'known' && /^(?:0|off)$/i.test(parameter.value));
  });
}

export const page: RulePage = {
  reason:
    'A user of Aurora MySQL needs three things before a function made with ALIAS answers: EXECUTE on it, the database role of its service, and that role active in the session. A set of migrations that makes the function and grants none of it fails when the application calls it first.',
  bad: `CREATE TABLE payments (id INT PRIMARY KEY, amount DOUBLE);
CREATE FUNCTION fraud_score(amount DOUBLE) RETURNS DOUBLE
--              ^^^^^^^^^^^ MYM012 the role AWS_SAGEMAKER_ACCESS or EXECUTE on fraud_score
  ALIAS AWS_SAGEMAKER_INVOKE_ENDPOINT ENDPOINT NAME 'fraud-detector';`,
  good: `CREATE TABLE payments (id INT PRIMARY KEY, amount DOUBLE);
CREATE FUNCTION fraud_score(amount DOUBLE) RETURNS DOUBLE
  ALIAS AWS_SAGEMAKER_INVOKE_ENDPOINT ENDPOINT NAME 'fraud-detector';
GRANT EXECUTE ON FUNCTION fraud.fraud_score TO 'app'@'%';
GRANT AWS_SAGEMAKER_ACCESS TO 'app'@'%';
SET DEFAULT ROLE AWS_SAGEMAKER_ACCESS TO 'app'@'%';`,
};
