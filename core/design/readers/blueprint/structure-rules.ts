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
    bad: 'aurora: 1\nname: orders\nengine: aurora-postgresql\nprimary:\n  region: us-east-1\n\tport: 5432\n# ^^^ FMT001\n',
    good: 'aurora: 1\nname: orders\nengine: aurora-postgresql\nprimary:\n  region: us-east-1\n  port: 5432\n',
  },
  unknownKey: {
    reason: 'A key nobody reads has no effect: a misspelt backupRetentionPeriod would leave the retention at one day.',
    bad: 'aurora: 1\nname: orders\nengine: aurora-postgresql\nprimary:\n  region: us-east-1\n  backupRetention: 7\n# ^^^^^^^^^^^^^^^ FMT002\n',
    good: 'aurora: 1\nname: orders\nengine: aurora-postgresql\nprimary:\n  region: us-east-1\n  backupRetentionPeriod: 7\n',
  },
  duplicateKey: {
    reason: 'Of two equal keys only one can count, and readers of YAML do not agree on which.',
    bad: 'aurora: 1\nname: orders\nname: shop\n# ^^^^ FMT003\nengine: aurora-postgresql\nprimary: { region: us-east-1 }\n',
    good: 'aurora: 1\nname: orders\nengine: aurora-postgresql\nprimary: { region: us-east-1 }\n',
  },
  missing: {
    reason: 'Without it there is no design to judge.',
    bad: 'aurora: 1\nname: orders\nprimary: { region: us-east-1 }\n# ^^^ FMT004 engine\n',
    good: 'aurora: 1\nname: orders\nengine: aurora-postgresql\nprimary: { region: us-east-1 }\n',
  },
  wrongType: {
    reason: 'AWS expects a value of a certain type; text where a number belongs is refused.',
    bad: 'aurora: 1\nname: orders\nengine: aurora-postgresql\nprimary: { region: us-east-1, port: high }\n#                                     ^^^^ FMT005\n',
    good: 'aurora: 1\nname: orders\nengine: aurora-postgresql\nprimary: { region: us-east-1, port: 5432 }\n',
  },
  unknownWord: {
    reason: 'The value is one of a closed list.',
    bad: 'aurora: 1\nname: orders\nengine: aurora-postgres\n#       ^^^^^^^^^^^^^^^ FMT006\nprimary: { region: us-east-1 }\n',
    good: 'aurora: 1\nname: orders\nengine: aurora-postgresql\nprimary: { region: us-east-1 }\n',
  },
};
