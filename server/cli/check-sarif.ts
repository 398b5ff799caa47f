import { isAbsolute, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Explanation, explain } from '@aurora-blueprint/core/rules/explain.ts';
import type { Finding, Severity } from '@aurora-blueprint/core/rules/finding.ts';
import { LineIndex } from '@aurora-blueprint/core/text/line-index.ts';
import type { Range } from '@aurora-blueprint/core/text/range.ts';
import manifest from '../../package.json' with { type: 'json' };
import type { CheckedFile } from './check-file.ts';
import { lineFingerprints } from './line-fingerprints.ts';

const levelOf: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
};

/** The name that stands for the working folder; the one that code scanning knows. */
const workingFolder = '%SRCROOT%';

/**
 * The findings as SARIF 2.1.0 (OASIS), for code scanning: one run over all files, with a description of each rule that
 * speaks. What the files suppress is left out: GitHub shows results that carry `suppressions` as open alerts.
 */
export function findingsAsSarif(files: readonly CheckedFile[], folder: string): string {
  const ids = [...new Set(files.flatMap(({ findings }) => findings.map(({ rule }) => rule)))].sort();
  const uri = `${pathToFileURL(folder).href.replace(/\/$/, '')}/`;
  const run = {
    tool: { driver: { name: manifest.displayName, semanticVersion: manifest.version, rules: ids.map(ruleOf) } },
    invocations: [{ executionSuccessful: true, workingDirectory: { uri } }],
    originalUriBaseIds: { [workingFolder]: { uri, description: { text: 'The folder in which the check ran.' } } },
    artifacts: files.map(({ file }) => ({ location: locationOf(file, folder), roles: ['analysisTarget'] })),
    columnKind: 'utf16CodeUnits',
    results: files.flatMap((file, index) => resultsOf(file, { ...locationOf(file.file, folder), index }, ids)),
  };
  const log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] };
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** Relative to the working folder where it lies in it. */
function locationOf(file: string, folder: string) {
  const way = relative(folder, resolve(folder, file));
  const isOutside = isAbsolute(way) || way.split(sep)[0] === '..';
  if (isOutside) return { uri: pathToFileURL(resolve(folder, file)).href };
  return { uri: way.split(sep).map(encodeURIComponent).join('/'), uriBaseId: workingFolder };
}

function ruleOf(id: string) {
  const explanation = explain(id);
  if (explanation === undefined) return { id };
  const { title, reason, severity, group } = explanation;
  return {
    id,
    shortDescription: { text: `${title}.` },
    fullDescription: { text: reason },
    help: { text: `${reason}\n\nRight:\n\n${explanation.good}`, markdown: helpOf(explanation) },
    defaultConfiguration: { level: levelOf[severity] },
    properties: { tags: ['Amazon Aurora', group] },
  };
}

function helpOf({ reason, bad, good, facts }: Explanation): string {
  const sources = facts.flatMap(({ statement, citations }) =>
    citations.map(({ title, section, url }) => {
      const name = section === '' ? title : `${title}, ${section}`;
      return `- ${statement} (${url === undefined ? name : `[${name}](${url})`})`;
    }),
  );
  const parts = [reason, `Wrong:\n\n${fenced(bad)}`, `Right:\n\n${fenced(good)}`, sources.join('\n')];
  return parts.filter((part) => part !== '').join('\n\n');
}

function fenced(example: string): string {
  return `\`\`\`\n${example.trimEnd()}\n\`\`\``;
}

interface ArtifactLocation {
  readonly uri: string;
  readonly uriBaseId?: string;
  readonly index: number;
}

function resultsOf({ text, findings }: CheckedFile, artifactLocation: ArtifactLocation, ids: readonly string[]) {
  const lines = new LineIndex(text);
  const fingerprints = lineFingerprints(text, lines, findings);
  return findings.map((finding, index) => ({
    ruleId: finding.rule,
    ruleIndex: ids.indexOf(finding.rule),
    level: levelOf[finding.severity],
    message: { text: finding.message },
    locations: [
      {
        physicalLocation: { artifactLocation, region: regionOf(lines, finding.range) },
        ...(finding.path === '' ? {} : { logicalLocations: [{ fullyQualifiedName: finding.path }] }),
      },
    ],
    partialFingerprints: { 'ruleAndLine/v1': fingerprints[index] },
    ...(finding.fixes.length === 0 ? {} : { fixes: fixesOf(finding, lines, artifactLocation) }),
  }));
}

function fixesOf({ fixes }: Finding, lines: LineIndex, artifactLocation: ArtifactLocation) {
  return fixes.map(({ title, edits }) => ({
    description: { text: title },
    artifactChanges: [
      {
        artifactLocation,
        replacements: edits.map(({ range, newText }) => ({
          deletedRegion: regionOf(lines, range),
          ...(newText === '' ? {} : { insertedContent: { text: newText } }),
        })),
      },
    ],
  }));
}

/** SARIF counts lines and columns from 1; the end is exclusive, as ours. */
function regionOf(lines: LineIndex, range: Range) {
  const [start, end] = [lines.positionAt(range.start), lines.positionAt(range.end)];
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}
