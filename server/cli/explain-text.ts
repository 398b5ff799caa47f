import type { Explanation } from '@aurora-blueprint/core/rules/explain.ts';

/** A rule's page for people. */
export function explanationAsText(explanation: Explanation): string {
  const { id, title, group, severity, profile, reason, facts, earlier, governedBy, bad, good, fixable } = explanation;
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
    ...(governedBy === undefined ? [] : ['Design that governs it:', indent(governedBy.bad)]),
    'Wrong:',
    indent(bad),
    ...(governedBy === undefined || governedBy.good === governedBy.bad
      ? []
      : ['Design that governs it:', indent(governedBy.good)]),
    'Right:',
    indent(good),
  ].join('\n');
}

function indent(text: string): string {
  return `${text.trimEnd().replace(/^(?=.)/gm, '  ')}\n`;
}
