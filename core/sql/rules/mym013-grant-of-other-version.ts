import * as ml from '../../facts/generated/ml.ts';
import type { MlService } from '../../facts/ml.ts';
import type { Fix } from '../../rules/finding.ts';
import type { GovernedPage } from '../../rules/rule-page.ts';
import { type Grant, type GrantedWord, roleName } from '../declarations/grant.ts';
import type { SqlRule } from '../sql-rule.ts';
import { isWord, type Token } from '../text/token.ts';
import { governingVersionWithout } from '../version-of-design.ts';

const privilegeOf = new Map(
  Object.entries(ml.mysql2_privileges.value).map(([service, words]) => [words.toLowerCase(), service as MlService]),
);
const roleOf = new Map<string, MlService>(
  Object.entries(ml.mysql3_roles.value).map(([service, role]) => [role, service as MlService]),
);
const privileges: Partial<Readonly<Record<MlService, string>>> = ml.mysql2_privileges.value;

export const rule: SqlRule = {
  id: 'MYM013',
  title: 'Grant of another major version of Aurora MySQL',
  group: 'Aurora ML in MySQL',
  severity: 'error',
  facts: [ml.mysql2_privileges, ml.mysql3_roles],
  dialects: ['mysql'],
  check: (subject, report) => {
    const {
      declared: [grant],
      statement,
    } = subject;
    if (grant?.kind !== 'grant') return;
    for (const granted of grant.privileges) {
      const ofVersion2 = privilegeOf.get(granted.text);
      const ofVersion3 = grant.on === undefined ? roleOf.get(roleName(granted)) : undefined;
      if (ofVersion2 !== undefined) {
        const newer = governingVersionWithout(subject, ml.mysql2_privileges);
        if (newer === undefined) continue;
        const role = ml.mysql3_roles.value[ofVersion2];
        const message = `${newer.name} has no privilege ${granted.text.toUpperCase()}: from version 3 on, grant the role ${role}.`;
        report(granted.range, message, { fixes: toRole(grant, granted, role, statement.tokens) });
      } else if (ofVersion3 !== undefined) {
        const older = governingVersionWithout(subject, ml.mysql3_roles);
        if (older === undefined) continue;
        const privilege = privileges[ofVersion3];
        const advice =
          privilege === undefined
            ? `Version 2 does not call ${ofVersion3}.`
            : `In version 2, grant ${privilege} ON ${ml.mysql2_privileges.level}.`;
        report(granted.range, `${older.name} has no roles. ${advice}`, {
          fixes: toPrivilege(grant, granted, privilege),
        });
      }
    }
  },
};

/** Of a statement that grants this alone: the role in place of the privilege and what it is for. */
function toRole(
  { privileges: all }: Grant,
  { range }: GrantedWord,
  role: string,
  tokens: readonly Token[],
): readonly Fix[] {
  const to = tokens.findIndex((token) => isWord(token, 'to', 'from'));
  const end = tokens[to - 1]?.end;
  if (all.length !== 1 || end === undefined) return [];
  return [{ title: `Grant ${role}`, edits: [{ range: { start: range.start, end }, newText: role }] }];
}

function toPrivilege(
  { privileges: all }: Grant,
  { range }: GrantedWord,
  privilege: string | undefined,
): readonly Fix[] {
  if (all.length !== 1 || privilege === undefined) return [];
  const newText = `${privilege} ON ${ml.mysql2_privileges.level}`;
  return [{ title: `Grant ${newText}`, edits: [{ range, newText }] }];
}

export const page: GovernedPage = {
  reason:
    'Version 2 of Aurora MySQL knows privileges for Comprehend and SageMaker, INVOKE … ON *.*. Version 3 has database roles in their place, and one for Bedrock. Each refuses the GRANT of the other.',
  bad: `GRANT INVOKE COMPREHEND ON *.* TO 'app'@'%';
--    ^^^^^^^^^^^^^^^^^ MYM013 grant the role AWS_COMPREHEND_ACCESS`,
  good: `GRANT AWS_COMPREHEND_ACCESS TO 'app'@'%';`,
  governedBy: {
    bad: `aurora: 1
name: reviews
engine: aurora-mysql
engineVersion: 8.0.mysql_aurora.3.10.1
primary: { region: us-east-1, instances: [{ id: reviews-a, class: db.r7g.large }] }
machineLearning:
  - { service: Comprehend, roleArn: "arn:aws:iam::123456789012:role/reviews-comprehend" }
  - { service: Bedrock, roleArn: "arn:aws:iam::123456789012:role/reviews-bedrock" }
`,
    good: `aurora: 1
name: reviews
engine: aurora-mysql
engineVersion: 8.0.mysql_aurora.3.10.1
primary: { region: us-east-1, instances: [{ id: reviews-a, class: db.r7g.large }] }
machineLearning:
  - { service: Comprehend, roleArn: "arn:aws:iam::123456789012:role/reviews-comprehend" }
  - { service: Bedrock, roleArn: "arn:aws:iam::123456789012:role/reviews-bedrock" }
`,
  },
};
