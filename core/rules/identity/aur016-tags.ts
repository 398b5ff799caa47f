import { clustersOf } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import * as limits from '../../facts/generated/limits.ts';
import { remove, setValue } from '../design-fix.ts';
import type { DesignRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

const { value: most, key_max: longestKey, value_max: longestValue, reserved_prefixes: prefixes } = limits.tags_max;

export const rule: DesignRule = {
  id: 'AUR016',
  title: 'The tags are not ones that RDS accepts',
  group: 'Identity',
  severity: 'error',
  facts: [limits.tags_max],
  check: (design, report) => {
    for (const { tags } of clustersOf(design)) {
      const count = tags.entries.length;
      if (count > most) {
        report(tags.path, `The cluster has ${count} tags; a resource has at most ${most}. Remove ${count - most}.`, {
          at: 'key',
        });
      }
      for (const { key, node } of tags.entries) {
        const fault = keyFault(key);
        if (fault !== undefined) {
          const message = `The tag key ${JSON.stringify(key)} ${fault}. Remove the tag, or give it another key.`;
          report(node.path, message, { at: 'key', fixes: [remove(node.path)] });
        }
        const value = known(node) ?? '';
        if (value.length > longestValue) {
          const message = `The value of the tag ${key} has ${value.length} characters; at most ${longestValue} are kept. Shorten it.`;
          report(node.path, message, { fixes: [setValue(node.path, value.slice(0, longestValue))] });
        }
      }
    }
  },
};

/** What RDS refuses about the key of a tag, as the end of a sentence that begins with it. */
function keyFault(key: string): string | undefined {
  if (key.length > longestKey) return `has ${key.length} characters; at most ${longestKey} are accepted`;
  const prefix = prefixes.find((reserved) => key.toLowerCase().startsWith(reserved));
  return prefix === undefined ? undefined : `begins with ${prefix}, which AWS keeps for itself`;
}

export const page: RulePage = {
  reason:
    'RDS takes up to 50 tags on a resource, with keys of up to 128 and values of up to 256 characters. Keys that begin with aws: or rds: belong to AWS.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
  tags:
    team: checkout
    aws:owner: checkout
#   ^^^^^^^^^ AUR016 begins with aws:
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large }
  tags:
    team: checkout
`,
};
