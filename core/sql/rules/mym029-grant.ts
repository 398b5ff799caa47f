import * as ml from '../../facts/generated/ml.ts';
import { mlFunctionByName } from '../../facts/ml.ts';
import type { RulePage } from '../../rules/rule-page.ts';
import { isSlipFor, nearestName } from '../../text/nearest-name.ts';
import type { Range } from '../../text/range.ts';
import { type Grant, type GrantedWord, roleName } from '../declarations/grant.ts';
import type { SqlReport, SqlRule } from '../sql-rule.ts';
import { isName, isWord, type Token } from '../text/token.ts';
import { removePart } from './remove-part.ts';

const roles: readonly string[] = Object.values(ml.mysql3_roles.value);
const allRoles = [...roles, ...ml.mysql_other_roles.value];
const privileges: readonly string[] = Object.values(ml.mysql2_privileges.value);
const { level } = ml.mysql2_privileges;

export const rule: SqlRule = {
  id: 'MYM029',
  title: 'Grant for machine learning that Aurora does not know',
  group: 'Aurora ML in MySQL',
  severity: 'warning',
  facts: [ml.mysql3_roles, ml.mysql2_privileges, ml.mysql_other_roles, ml.mysql_execute],
  dialects: ['mysql'],
  check: ({ declared: [grant], statement: { tokens }, text }, report) => {
    for (const role of rolesSet(tokens)) checkRole(role, report);
    if (grant?.kind !== 'grant') return;
    for (const granted of grant.privileges) {
      if (granted.text.startsWith('invoke ')) checkInvoke(granted, grant, report);
      else if (grant.on === undefined) checkRole(granted, report);
      else if (allRoles.includes(roleName(granted))) checkRoleOn(text, granted, tokens, report);
    }
    checkExecute(grant, report);
  },
};

/** The roles in SET ROLE and SET DEFAULT ROLE. */
function rolesSet(tokens: readonly Token[]): readonly GrantedWord[] {
  const isRole = isWord(tokens[0], 'set') && (isWord(tokens[1], 'role') || isWord(tokens[2], 'role'));
  if (!isRole) return [];
  const named = tokens.filter((token) => isName(token) && token.text.toLowerCase().startsWith('aws_'));
  return named.map(({ text, start, end }) => ({ text, range: { start, end } }));
}

function checkRole(role: GrantedWord, report: SqlReport): void {
  const { range } = role;
  const written = roleName(role);
  if (!written.startsWith('AWS_') || allRoles.includes(written)) return;
  const meant = nearestName(written, allRoles);
  if (meant === undefined) return;
  const edits = [{ range, newText: meant }];
  report(range, `Aurora MySQL has no role ${written}. Did you mean ${meant}?`, {
    fixes: [{ title: `Replace with ${meant}`, edits, isSafe: isSlipFor(meant, written, allRoles) }],
  });
}

/** `GRANT INVOKE COMPREHEND ON *.*` of version 2. */
function checkInvoke({ text, range }: GrantedWord, { on }: Grant, report: SqlReport): void {
  const written = text.toUpperCase();
  if (written === 'INVOKE LAMBDA') return;
  if (!privileges.includes(written)) {
    const meant = nearestName(written, privileges);
    const advice = meant === undefined ? `There are ${privileges.join(' and ')}.` : `Did you mean ${meant}?`;
    const edits = meant === undefined ? [] : [{ range, newText: meant }];
    report(range, `Aurora MySQL has no privilege ${written}. ${advice}`, {
      severity: 'error',
      fixes: meant === undefined ? [] : [{ title: `Replace with ${meant}`, edits }],
    });
    return;
  }
  const [object] = on?.names ?? [];
  if (object === undefined || object.text === level) return;
  report(object.range, `${written} is granted on ${level} and on nothing smaller.`, {
    severity: 'error',
    fixes: [{ title: `Replace with ${level}`, edits: [{ range: object.range, newText: level }], isSafe: false }],
  });
}

function checkRoleOn(text: string, { text: role }: GrantedWord, tokens: readonly Token[], report: SqlReport): void {
  const on = tokens.findIndex((token) => isWord(token, 'on'));
  const to = tokens.findIndex((token) => isWord(token, 'to', 'from'));
  const [first, last] = [tokens[on], tokens[to - 1]];
  if (first === undefined || last === undefined || to < on) return;
  const range: Range = { start: first.start, end: last.end };
  report(range, `${role.toUpperCase()} is a role: it is granted without ON.`, {
    fixes: [removePart(text, range, 'Remove ON')],
  });
}

/** The built-in functions need the role alone, and there is no stored function of their names. */
function checkExecute({ on, privileges: granted }: Grant, report: SqlReport): void {
  if (on?.kind !== 'function' || !granted.some(({ text }) => text === 'execute')) return;
  for (const { text, range } of on.names) {
    const builtIn = mlFunctionByName('mysql', text.slice(text.lastIndexOf('.') + 1).toLowerCase());
    if (builtIn === undefined) continue;
    const role = ml.mysql3_roles.value[builtIn.service];
    report(range, `${builtIn.name} is built in: nobody needs EXECUTE on it, but the role ${role}.`);
  }
}

export const page: RulePage = {
  reason:
    'Aurora MySQL 3 has one role for each service, granted like any role, without ON. Version 2 has the privileges INVOKE COMPREHEND and INVOKE SAGEMAKER, on *.* alone. EXECUTE is for functions made with ALIAS; the built-in ones need the role alone.',
  bad: `GRANT AWS_COMPREHEND_ACESS TO 'app'@'%';
--    ^^^^^^^^^^^^^^^^^^^^ MYM029 Did you mean AWS_COMPREHEND_ACCESS?
GRANT INVOKE SAGEMAKER ON shop.* TO 'app'@'%';
--                        ^^^^^^ MYM029 granted on *.*`,
  good: `GRANT AWS_COMPREHEND_ACCESS TO 'app'@'%';
GRANT INVOKE SAGEMAKER ON *.* TO 'app'@'%';`,
};
