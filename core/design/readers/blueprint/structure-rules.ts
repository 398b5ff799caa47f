import type { RuleIdentity } from '../../../rules/rule.ts';
import type { RulePage } from '../../../rules/rule-page.ts';

function structure(id: string, title: string): RuleIdentity {
  return { id, title, group: 'Format', severity: 'error', facts: [] };
}

/** What can be wrong with the form of a blueprint, before anything of Aurora is judged. */
export const structureRules = {
  syntax: structure('FMT001', 'The text is no YAML'),
  unknownKey: structure('FMT002', 'The blueprint format does not have this key'),
  duplicateKey: structure('FMT003', 'The key stands twice'),
  missing: structure('FMT004', 'Something required is missing'),
  wrongType: structure('FMT005', 'The value is of another type'),
  unknownWord: structure('FMT006', 'The value is none of the words that can stand here'),
} as const;

/** The pages of the structure rules. */
export const structurePages: Readonly<Record<keyof typeof structureRules, RulePage>> = {
  syntax: {
    reason: 'What is no YAML cannot be judged; the rest of the file is read as far as it can be understood.',
    bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances: [{ id: orders-a, class: db.r7g.large }]
\tport: 5432
^ FMT001
`,
    good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances: [{ id: orders-a, class: db.r7g.large }]
  port: 5432
`,
  },
  unknownKey: {
    reason: 'A key nobody reads has no effect: a misspelt backupRetentionPeriod would leave the retention at one day.',
    bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances: [{ id: orders-a, class: db.r7g.large }]
  backupRetention: 7
# ^^^^^^^^^^^^^^^ FMT002 backupRetentionPeriod
`,
    good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances: [{ id: orders-a, class: db.r7g.large }]
  backupRetentionPeriod: 7
`,
  },
  duplicateKey: {
    reason: 'Of two equal keys only one can count, and readers of YAML do not agree on which.',
    bad: `aurora: 1
name: orders
name: shop
^^^^ FMT003
engine: aurora-postgresql
primary:
  region: us-east-1
  instances: [{ id: orders-a, class: db.r7g.large }]
`,
    good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances: [{ id: orders-a, class: db.r7g.large }]
`,
  },
  missing: {
    reason: 'Without it there is no design to judge.',
    bad: `aurora: 1
^^^^^^^^^ FMT004 engine
name: orders
primary:
  region: us-east-1
  instances: [{ id: orders-a, class: db.r7g.large }]
`,
    good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances: [{ id: orders-a, class: db.r7g.large }]
`,
  },
  wrongType: {
    reason: 'AWS expects a value of a certain type; text where a number belongs is refused.',
    bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances: [{ id: orders-a, class: db.r7g.large }]
  port: "5432"
#       ^^^^^^ FMT005
`,
    good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances: [{ id: orders-a, class: db.r7g.large }]
  port: 5432
`,
  },
  unknownWord: {
    reason: 'The value is one of a closed list.',
    bad: `aurora: 1
name: orders
engine: aurora-postgres
#       ^^^^^^^^^^^^^^^ FMT006
primary:
  region: us-east-1
  instances: [{ id: orders-a, class: db.r7g.large }]
`,
    good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances: [{ id: orders-a, class: db.r7g.large }]
`,
  },
};
