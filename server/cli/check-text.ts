import type { Finding, Severity } from '@aurora-blueprint/core/rules/finding.ts';
import { LineIndex } from '@aurora-blueprint/core/text/line-index.ts';
import { countOf } from '@aurora-blueprint/core/text/quantity.ts';
import type { CheckedFile } from './check-json.ts';

/** The findings for people: grouped by file, each with its line and a mark under the place; a count at the end. */
export function findingsAsText(files: readonly CheckedFile[]): string {
  const groups = files.filter(({ findings }) => findings.length > 0).map(fileAsText);
  return [...groups, `${summary(files)}\n`].join('\n');
}

function fileAsText({ file, text, findings }: CheckedFile): string {
  const lines = new LineIndex(text);
  return findings.map((finding) => findingAsText(file, text, lines, finding)).join('\n');
}

function findingAsText(file: string, text: string, lines: LineIndex, finding: Finding): string {
  const { line, character } = lines.positionAt(finding.range.start);
  const source = text.slice(lines.startOfLine(line), lines.startOfLine(line + 1)).trimEnd();
  const width = Math.max(1, Math.min(finding.range.end - finding.range.start, source.length - character));
  const margin = `${line + 1}`;
  const blank = ' '.repeat(margin.length);
  return [
    `${file}:${line + 1}:${character + 1} ${finding.severity} ${finding.rule}: ${finding.message}`,
    `  ${margin} | ${source}`,
    `  ${blank} | ${source.slice(0, character).replace(/[^\t]/g, ' ')}${'^'.repeat(width)}`,
    '',
  ].join('\n');
}

function summary(files: readonly CheckedFile[]): string {
  const all = files.flatMap(({ findings }) => findings);
  const count = (severity: Severity) =>
    countOf(all.filter((finding) => finding.severity === severity).length, severity);
  const examined = countOf(files.length, 'file');
  if (all.length === 0) return `${examined}, nothing found`;
  return `${examined}: ${count('error')}, ${count('warning')}, ${count('info')}`;
}
