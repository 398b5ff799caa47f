import { build, type Metafile } from 'esbuild';
import { beforeAll, describe, expect, test } from 'vitest';
import { bundles } from '../../scripts/bundles.mjs';
import { checkout } from './checkout-files.ts';
import { allEntryPoints, entryPointsOf } from './entry-points.ts';

/** What a bundle loads before anything is asked of it: its entry and all that is imported statically from there. */
function startOf({ outputs }: Metafile, entryPoint: string): ReadonlySet<string> {
  const entry = Object.keys(outputs).find((name) => outputs[name]?.entryPoint === entryPoint);
  const reached = new Set<string>();
  const visit = (name: string): void => {
    if (reached.has(name)) return;
    reached.add(name);
    for (const { path, kind } of outputs[name]?.imports ?? []) if (kind === 'import-statement') visit(path);
  };
  if (entry !== undefined) visit(entry);
  return reached;
}

describe('the bundles', { timeout: 60_000 }, () => {
  const texts = new Map<string, string>();
  const inputs = new Map<string, readonly string[]>();

  beforeAll(async () => {
    for (const options of bundles) {
      const result = await build({
        ...options,
        absWorkingDir: checkout,
        write: false,
        metafile: true,
        sourcemap: false,
      });
      const outputs = new Map(result.outputFiles?.map((file) => [file.path.slice(checkout.length + 1), file.text]));
      const { metafile } = result;
      for (const entryPoint of entryPointsOf(options)) {
        const start = [...startOf(metafile, entryPoint)];
        texts.set(entryPoint, start.map((name) => outputs.get(name)).join('\n'));
        inputs.set(
          entryPoint,
          start.flatMap((name) => Object.keys(metafile.outputs[name]?.inputs ?? {})),
        );
      }
    }
  }, 60_000);

  const ofWorkspace = (entry: string) => (inputs.get(entry) ?? []).filter((input) => !input.includes('node_modules/'));
  const packagesOf = (entry: string) => {
    const names = (inputs.get(entry) ?? []).map((input) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1]);
    return [...new Set(names)].filter((name) => name !== undefined).sort();
  };

  test.each(allEntryPoints)('%s is built', (entry) => {
    expect(inputs.get(entry)).toContain(entry);
  });

  test('the language server starts without what it needs on demand', () => {
    expect(ofWorkspace('server/lsp.ts').filter((input) => input.startsWith('server/providers/'))).toEqual([]);
    expect(packagesOf('server/lsp.ts').filter((name) => !/^vscode-(languageserver|jsonrpc)/.test(name))).toEqual([
      'fastest-levenshtein',
      'ignore',
      'yaml',
    ]);
  });

  test('the language server starts without the prose of rules', async () => {
    const { page } = await import('@aurora-blueprint/core/rules/backup/aur301-backup-retention.ts');
    const start = texts.get('server/lsp.ts') ?? '';
    expect(start.includes('backupRetentionPeriod')).toBe(true);
    expect(start.includes(page.reason.slice(0, 40))).toBe(false);
  });

  test('webviews carry no reader of blueprints, no rules and no simulator', () => {
    const webviews = allEntryPoints.filter((entry) => entry.startsWith('client/webview/'));
    expect(webviews.length).toBeGreaterThan(1);
    const decisions = /^core\/(rules|sql|inference|design\/readers|simulation\/engine)\//;
    expect(webviews.flatMap(ofWorkspace).filter((input) => decisions.test(input))).toEqual([]);
    expect(webviews.flatMap(packagesOf).filter((name) => name === 'yaml')).toEqual([]);
  });
});
