import type { DesignBeside, MissingDesign } from '../../design/named-design.ts';
import { known } from '../../design/node.ts';
import { setValue } from '../design-fix.ts';
import type { DesignFix, Report, RuleIdentity } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { suggestName } from '../suggestion.ts';

export const rule: RuleIdentity = {
  id: 'SIM018',
  title: 'The design of a scenario file is not there',
  group: 'Cross-file and simulation',
  severity: 'error',
  facts: [],
};

const reasons: Readonly<Record<Exclude<MissingDesign, 'choice'>, (name: string) => string>> = {
  file: (name) => `There is no file ${name}.`,
  blueprint: (name) => `${name} is no blueprint; scenarios are played on files that end in .aurora.yaml.`,
  design: (name) => `${name} holds no design. Open it: what is wrong is marked there.`,
  name: (name) => `${name} leads to no design of that file.`,
};

/** Reports that scenarios cannot be played, or not be judged in full, for what their file says under `design`. */
export function reportMissingDesign(beside: DesignBeside, report: Report): void {
  const { name, named } = beside;
  const { message, fixes } = missingDesign(beside) ?? {};
  if (message !== undefined && name.presence === 'known') report(name.path, message, { fixes: fixes ?? [] });
  if (named === undefined || 'missing' in named || !named.isBroken) return;
  const hidden = `${known(name)} is no YAML in places, so that targets are not looked for in it. Mend it: what is wrong is marked there.`;
  report(name.path, hidden, { severity: 'warning' });
}

/** Why there is no design to play on, in sentences that say what to do; undefined when there is one. */
export function missingDesign({ name, named }: DesignBeside): MissingDesignFound | undefined {
  if (named !== undefined && 'design' in named) return undefined;
  const written = known(name);
  if (written === undefined || named === undefined) {
    return { message: 'The file names no design. Write the path of a blueprint under "design:".', fixes: [] };
  }
  const { missing, names } = named;
  if (missing === 'choice') {
    const message = `${written} holds several designs. Say which: ${names.join(', ')}.`;
    return { message, fixes: names.map((one) => setValue(name.path, one)) };
  }
  const otherwise = names.length === 0 ? 'Write its path from this file.' : `There is ${names.join(', ')}.`;
  const { advice, fixes } = suggestName(name.path, written, names, missing === 'design' ? '' : otherwise);
  return { message: `${reasons[missing](written)} ${advice}`.trimEnd(), fixes };
}

interface MissingDesignFound {
  readonly message: string;
  readonly fixes: readonly DesignFix[];
}

export const page: RulePage = {
  reason: 'Without its design no scenario of the file can be played, and nothing says whether its targets are there.',
  bad: `# beside orders.aurora.yaml
design: ./order.aurora.yaml
#       ^^^^^^^^^^^^^^^^^^^ SIM018 Did you mean ./orders.aurora.yaml?
scenarios:
  - name: crash the writer
    events: [{ at: 1m, crash: writer }]
    expect: { writerRecovery: "< 60s" }
`,
  good: `# beside orders.aurora.yaml
design: ./orders.aurora.yaml
scenarios:
  - name: crash the writer
    events: [{ at: 1m, crash: writer }]
    expect: { writerRecovery: "< 60s" }
`,
};
