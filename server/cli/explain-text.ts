import type { Explanation } from '@aurora-blueprint/core/rules/explain.ts';

/** A rule's page for people. */
export function explanationAsText(explanation: Explanation): string {
  const { id, title, group, severity, profile, reason, facts, earlier, bad, good, fixable } = explanation;
  const remarks = [
    severity,
    group,
    ...(profile === null ? [] : [`profile ${profile}`]),
    ...(fixable ? ['has a fix'] : []),
  ];
  const sources = facts.flatMap(({ statement, citations }) => [
    `  ${statement}`,
    ...citations.map(({ title, section }) => `    ${section === '' ? title : `${title}, ${section}`}`),
  ]);
  return [
    `${id} ${title}`,
    `  ${remarks.join(', ')}`,
    '',
    `  ${reason}`,
    ...(sources.length > 0 ? ['', ...sources] : []),
    '',
    ...(earlier === undefined ? [] : ['Before:', indent(earlier)]),
    'Wrong:',
    indent(bad),
    'Right:',
    indent(good),
  ].join('\n');
}

function indent(text: string): string {
  return `${text.trimEnd().replace(/^(?=.)/gm, '  ')}\n`;
}
