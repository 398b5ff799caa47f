import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { cluster } from '@aurora-blueprint/core/testing/blueprint-texts.ts';
import { LineIndex } from '@aurora-blueprint/core/text/line-index.ts';
import { applyEdits } from '@aurora-blueprint/core/text/range.ts';
import Ajv from 'ajv-draft-04';
import { describe, expect, test } from 'vitest';
import { makeFolder } from './folder.ts';
import { runCli } from './run-cli.ts';

/** The published schema of SARIF 2.1.0; its formats are checked below. */
const schema = createRequire(import.meta.url)('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
const isSarif = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema);

interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

function sarifOf(args: readonly string[], cwd: string) {
  const { stdout, status } = runCli(['check', '--format', 'sarif', ...args], cwd);
  const log = JSON.parse(stdout);
  expect(isSarif(log), JSON.stringify(isSarif.errors?.slice(0, 3))).toBe(true);
  return { log, run: log.runs[0], status, stdout };
}

/** The offsets of a region in a text. */
function rangeOf(text: string, { startLine, startColumn, endLine, endColumn }: Region) {
  const lines = new LineIndex(text);
  const start = lines.offsetAt({ line: startLine - 1, character: startColumn - 1 });
  return { start, end: lines.offsetAt({ line: endLine - 1, character: endColumn - 1 }) };
}

const bad = cluster('  # 注文\n  backupRetentionPeriod: 40\n  clusterIdentifier: Orders\n  Port: 5432\n').replace(
  'class: db.r7g.large',
  'class: db.r7g.large, promotionTier: 99',
);
const folder = makeFolder({
  'designs/ours & theirs.aurora.yaml': bad,
  'clean.aurora.yaml': cluster(''),
  'reviews.sql': "SELECT aws_comprehend.detect_sentimen(body, 'EN') FROM reviews;\n",
});

describe('SARIF', () => {
  test('is what the published schema asks for, of every example of a rule and of a clean folder', () => {
    sarifOf(['examples'], process.cwd());
    const catalogue = JSON.parse(runCli(['explain', '--all', '--format', 'json']).stdout);
    const pages = makeFolder();
    for (const { id, bad: example } of catalogue as { id: string; bad: string }[]) {
      const name = /^\s*["{]?aurora/.test(example) ? 'aurora.yaml' : /Resources/.test(example) ? 'yaml' : 'sql';
      pages.write(`${id}.${name}`, example);
    }
    const { run } = sarifOf(['.'], pages.path);
    expect(run.tool.driver.rules.length).toBeGreaterThan(150);
  });

  test('says which tool ran, where and that it came to its end', () => {
    const { log, run, status } = sarifOf(['.'], folder.path);
    expect(isSarif({ ...log, version: '2.0' })).toBe(false);
    expect(run.tool.driver).toMatchObject({ name: 'Aurora Blueprint', semanticVersion: expect.stringMatching(/^\d/) });
    expect(run.invocations).toMatchObject([{ executionSuccessful: true }]);
    expect(run.columnKind).toBe('utf16CodeUnits');
    expect(run.originalUriBaseIds['%SRCROOT%'].uri).toBe(`${pathToFileURL(folder.path).href}/`);
    expect(status).toBe(1);
  });

  test('describes each rule that speaks, once, by its page', () => {
    const { run } = sarifOf(['.'], folder.path);
    const ids = run.tool.driver.rules.map(({ id }: { id: string }) => id);
    expect(ids).toEqual([...new Set(ids)].sort());
    for (const { ruleId, ruleIndex } of run.results) expect(ids[ruleIndex]).toBe(ruleId);
    expect(run.tool.driver.rules[ids.indexOf('AUR301')]).toMatchObject({
      shortDescription: { text: 'The backup retention is not between 1 and 35 days.' },
      fullDescription: { text: expect.stringContaining('backups') },
      help: { text: expect.any(String), markdown: expect.stringContaining('Amazon Aurora User Guide') },
      defaultConfiguration: { level: 'error' },
      properties: { tags: ['Amazon Aurora', 'Backup and restore'] },
    });
  });

  test('names files relative to the working folder, as parts of addresses, clean ones too', () => {
    const { run } = sarifOf(['.'], folder.path);
    const uris = run.artifacts.map(({ location }: { location: { uri: string } }) => location.uri);
    expect(uris).toEqual(['clean.aurora.yaml', 'designs/ours%20%26%20theirs.aurora.yaml', 'reviews.sql']);
    for (const { locations } of run.results) {
      const { uri, index, uriBaseId } = locations[0].physicalLocation.artifactLocation;
      expect(uris[index]).toBe(uri);
      const whole = new URL(uri, run.originalUriBaseIds[uriBaseId].uri);
      expect(fileURLToPath(whole)).toBe(`${folder.path}/${decodeURIComponent(uri)}`);
    }
  });

  test('names files outside the working folder by their whole address', () => {
    const { run } = sarifOf(['../clean.aurora.yaml'], `${folder.path}/designs`);
    expect(run.artifacts[0].location).toEqual({ uri: pathToFileURL(`${folder.path}/clean.aurora.yaml`).href });
  });

  test('gives level, place and path of each finding, and fixes that mend it', () => {
    const { run } = sarifOf(['designs'], folder.path);
    const byRule = new Map(run.results.map((result: { ruleId: string }) => [result.ruleId, result]));
    expect(byRule.get('AUR003')).toMatchObject({ level: 'note' });
    const retention = byRule.get('AUR301') as (typeof run.results)[0];
    const { region } = retention.locations[0].physicalLocation;
    expect(region).toEqual({ startLine: 10, startColumn: 26, endLine: 10, endColumn: 28 });
    expect(retention).toMatchObject({
      level: 'error',
      message: { text: expect.stringContaining('40 days') },
      locations: [{ logicalLocations: [{ fullyQualifiedName: 'primary.backupRetentionPeriod' }] }],
    });
    const [{ deletedRegion, insertedContent }] = retention.fixes[0].artifactChanges[0].replacements;
    const mended = applyEdits(bad, [{ range: rangeOf(bad, deletedRegion), newText: insertedContent.text }]);
    expect(mended).toBe(bad.replace('40', '35'));
  });

  test('keeps the fingerprint of a finding when lines move, and gives equal lines different ones', () => {
    const instance = (id: string) => `    - { id: ${id}, class: db.r7g.large }\n`;
    const text = cluster('  backupRetentionPeriod: 40\n').replace(
      instance('orders-b'),
      '    - class: db.r7g.large\n      promotionTier: 99\n    - class: db.r7g.large\n      promotionTier: 99\n',
    );
    const own = makeFolder({ 'a.aurora.yaml': text, 'b.aurora.yaml': `# moved\n${text}` });
    const { run } = sarifOf(['.'], own.path);
    const fingerprints = (index: number) =>
      run.results
        .filter(({ locations }: typeof run.results) => locations[0].physicalLocation.artifactLocation.index === index)
        .map(({ partialFingerprints }: typeof run.results) => partialFingerprints['ruleAndLine/v1']);
    expect(fingerprints(1)).toEqual(fingerprints(0));
    expect(new Set(fingerprints(0)).size).toBe(fingerprints(0).length);
  });

  test('is the same for the same files', () => {
    expect(sarifOf(['.'], folder.path).stdout).toBe(sarifOf(['.'], folder.path).stdout);
  });
});
