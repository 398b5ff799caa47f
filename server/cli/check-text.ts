import type { Finding, Severity } from '@aurora-blueprint/core/rules/finding.ts';
import { safeFix } from '@aurora-blueprint/core/rules/fix-all.ts';
import { LineIndex } from '@aurora-blueprint/core/text/line-index.ts';
import { countOf } from '@aurora-blueprint/core/text/quantity.ts';
import type { CheckedFile } from './check-file.ts';
import { displayWidth } from './display-width.ts';
import { excerpt } from './excerpt.ts';
import { printable } from './printable.ts';
import type { Style, Terminal } from './terminal.ts';
import { wrap } from './wrap.ts';

const colourOf: Readonly<Record<Severity, Style>> = { error: 'red', warning: 'yellow', info: 'blue' };
const severities: readonly Severity[] = ['error', 'warning', 'info'];

/**
 * The findings for people, file by file: each with its place, what is wrong, the line and what mends it; at the end how
 * many there are.
 */
export function findingsAsText(files: readonly CheckedFile[], terminal: Terminal): string {
  const blocks = files.flatMap((file) => {
    const lines = new LineIndex(file.text);
    return file.findings.map((finding) => findingAsText(file, lines, finding, terminal));
  });
  return [...blocks, ...overview(files, terminal), summary(files, terminal)].map((block) => `${block}\n`).join('\n');
}

function findingAsText({ file, text }: CheckedFile, lines: LineIndex, finding: Finding, terminal: Terminal): string {
  const { severity, rule, range, fixes } = finding;
  const { line, character } = lines.positionAt(range.start);
  const place = `${printable(file)}:${line + 1}:${character + 1}`;
  const said = `${severity} ${rule}:`;
  const taken = displayWidth(`${place} ${said} `);
  const message = wrap(printable(finding.message), { columns: terminal.columns, taken, indent: '  ' });
  const mends = fixes.map(({ title, isSafe = false }) => {
    const how = isSafe ? terminal.paint(' (--fix)', 'dim') : '';
    return `  ${terminal.paint('fix:', 'green')} ${printable(title)}${how}`;
  });
  return [
    `${terminal.paint(place, 'bold')} ${terminal.paint(said, colourOf[severity], 'bold')} ${message}`,
    excerpt(text, lines, range, colourOf[severity], terminal),
    ...mends,
  ].join('\n');
}

/** How many findings each file has, where there are several with some. */
function overview(files: readonly CheckedFile[], terminal: Terminal): readonly string[] {
  const withFindings = files.filter(({ findings }) => findings.length > 0);
  if (withFindings.length < 2) return [];
  const widest = Math.max(...withFindings.map(({ file }) => file.length));
  return [
    withFindings
      .map(({ file, findings }) => `${terminal.paint(file.padEnd(widest), 'bold')}  ${countsOf(findings, terminal)}`)
      .join('\n'),
  ];
}

function countsOf(findings: readonly Finding[], terminal: Terminal): string {
  return severities
    .map((severity) => [severity, findings.filter((finding) => finding.severity === severity).length] as const)
    .filter(([, count]) => count > 0)
    .map(([severity, count]) => terminal.paint(countOf(count, severity), colourOf[severity]))
    .join(', ');
}

function summary(files: readonly CheckedFile[], terminal: Terminal): string {
  if (files.length === 0) return 'Nothing to check: no blueprint, no SQL, no template with an Aurora cluster.';
  const findings = files.flatMap((file) => file.findings);
  const examined = countOf(files.length, 'file');
  const found =
    findings.length === 0
      ? `${examined}, ${terminal.paint('nothing found', 'green')}`
      : `${examined}: ${severities.map((severity) => countOf(findings.filter((one) => one.severity === severity).length, severity)).join(', ')}`;
  return found + remarks(files, findings).join('');
}

function remarks(files: readonly CheckedFile[], findings: readonly Finding[]): readonly string[] {
  const fixed = files.reduce((sum, file) => sum + (file.fixed ?? 0), 0);
  const mendable = findings.filter((finding) => safeFix(finding) !== undefined).length;
  return [
    ...(files.some((file) => file.fixed !== undefined) ? [`; ${countOf(fixed, 'finding')} fixed`] : []),
    ...(mendable > 0 && fixed === 0 ? [`; --fix mends ${mendable}`] : []),
  ];
}
