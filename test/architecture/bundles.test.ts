import { build, type Metafile } from 'esbuild';
import { beforeAll, describe, expect, test } from 'vitest';
import { bundles } from '../../scripts/bundles.mjs';
import { checkout } from './checkout-files.ts';

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
  const files = new Map<string, string>();
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
      const texts = new Map(result.outputFiles?.map((file) => [file.path.slice(checkout.length + 1), file.text]));
      for (const { entryPoint } of Object.values(result.metafile?.outputs ?? {})) {
        if (entryPoint === undefined || result.metafile === undefined) continue;
        const start = [...startOf(result.metafile, entryPoint)];
        files.set(entryPoint, start.map((name) => texts.get(name)).join('\n'));
        inputs.set(
          entryPoint,
          start.flatMap((name) => Object.keys(result.metafile?.outputs[name]?.inputs ?? {})),
        );
      }
    }
  }, 60_000);

  test.each(['server/lsp.ts', 'server/cli.ts', 'client/extension.ts', 'client/webview/main.ts'])(
    '%s is built',
    (entry) => {
      expect(inputs.get(entry)).toContain(entry);
    },
  );

  test('the language server starts without what it needs on demand', () => {
    const heavy = inputs
      .get('server/lsp.ts')
      ?.filter((input) => /@aws-sdk|@smithy|node-sql-parser|vader-sentiment|commander/.test(input));
    expect(heavy).toEqual([]);
  });

  test('the language server starts without the prose of rules', async () => {
    const { page } = await import('@aurora-blueprint/core/rules/backup/aur301-backup-retention.ts');
    expect(files.get('server/lsp.ts')).toContain('backupRetentionPeriod');
    expect(files.get('server/lsp.ts')).not.toContain(page.reason.slice(0, 40));
  });

  test('a webview carries no reader of blueprints and no rules', () => {
    const ours = inputs.get('client/webview/main.ts') ?? [];
    expect(
      ours.filter((input) => /node_modules\/yaml|core\/(rules|sql|inference|design\/readers)/.test(input)),
    ).toEqual([]);
  });
});
