import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkout, checkoutFiles } from './checkout-files.ts';
import { allEntryPoints } from './entry-points.ts';

interface Dependency {
  readonly resolved: string;
}
interface Cruise {
  readonly modules: readonly { readonly source: string; readonly dependencies: readonly Dependency[] }[];
  readonly summary: {
    readonly violations: readonly { readonly from: string; readonly rule: { readonly name: string } }[];
  };
}

/** Runs the layering rules over the three workspaces of a folder, as `npm run lint` does. */
function cruise(folder: string): Promise<Cruise> {
  const config = join(checkout, '.dependency-cruiser.mjs');
  const command = join(checkout, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [command, 'core', 'server', 'client', '--config', config, '--output-type', 'json'];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { cwd: folder, maxBuffer: 2 ** 28 }, (error, stdout) => {
      if (stdout === '') reject(error ?? new Error('dependency-cruiser wrote nothing.'));
      else resolve(JSON.parse(stdout));
    });
  });
}

describe('this checkout', { timeout: 60_000 }, () => {
  test('is seen whole, also across workspaces', async () => {
    const { modules } = await cruise(checkout);
    const seen = modules.map((module) => module.source);
    const sources = checkoutFiles.filter((file) => /^(core|server|client)\/.*(?<!\.d)\.tsx?$/.test(file));
    expect(sources.filter((file) => !seen.includes(file))).toEqual([]);
    const table = modules.find((module) => module.source === 'server/features/feature.ts');
    expect(table?.dependencies.map((dependency) => dependency.resolved)).toContain('server/documents/analyzer.ts');
    const crossing = modules.filter(
      (module) =>
        module.source.startsWith('server/') && module.dependencies.some((to) => to.resolved.startsWith('core/')),
    );
    expect(crossing.length).toBeGreaterThan(5);
  });
});

/** Files that break a rule each. */
const offenders: readonly (readonly [rule: string, file: string, text: string])[] = [
  ['core-is-pure', 'core/reads-files.ts', "import 'node:fs';"],
  ['core-is-pure', 'core/knows-vscode.ts', "import type { Uri } from 'vscode';"],
  ['core-is-pure', 'core/knows-lsp.ts', "import type { Range } from 'vscode-languageserver';"],
  ['core-is-pure', 'core/knows-server.ts', "import '../server/lsp.ts';"],
  ['core-tests-are-local', 'core/crossing.test.ts', "import '../server/lsp.ts';"],
  ['server-knows-no-client', 'server/knows-client.ts', "import '../client/extension.ts';"],
  ['server-knows-no-client', 'server/providers/knows-vscode.ts', "import 'vscode';"],
  ['client-knows-no-server', 'client/knows-server.ts', "import '../server/lsp.ts';"],
  ['webview-renders-only', 'client/webview/knows-vscode.ts', "import 'vscode';"],
  ['webview-renders-only', 'client/webview/knows-node.tsx', "import 'node:path';\nexport const view = <p>text</p>;"],
  ['webview-is-a-bundle-of-its-own', 'client/knows-webview.ts', "import './webview/renders.ts';"],
  ['light-packages', 'server/heavy.ts', "import '@aws-sdk/client-comprehend';"],
  ['light-packages', 'server/heavy-later.ts', "await import('node-sql-parser');"],
  ['prose-of-rules-on-demand', 'server/features/prose.ts', "import '../../core/rules/explain.ts';"],
  ['rules-parse-no-text', 'core/rules/backup/aur999-reads-yaml.ts', "import 'yaml';"],
  ['core-tests-are-local', 'core/testing/crossing.ts', "import '../../server/lsp.ts';"],
  ['no-tests-in-the-product', 'core/knows-test.ts', "import './innocent.test.ts';"],
  ['declared-packages-only', 'client/undeclared.ts', "import 'fast-check';"],
  ['no-cycles', 'core/cycle-a.ts', "import type { B } from './cycle-b.ts';"],
  ['no-dead-files', 'core/dead.ts', 'export {};'],
  ['resolvable', 'server/leads-nowhere.ts', "import './missing.ts';"],
];

/** Files that break none; of some of them only offenders know. */
const innocent: Readonly<Record<string, string>> = {
  'core/package.json': '{ "name": "core" }',
  'server/package.json': '{ "name": "server" }',
  'client/package.json': '{ "name": "client" }',
  'core/cycle-b.ts': "import type { A } from './cycle-a.ts';",
  'core/innocent.test.ts': "import { test } from 'vitest';",
  'core/rules/explain.ts': 'export {};',
  ...Object.fromEntries(allEntryPoints.map((file) => [file, 'export {};'])),
  'server/lsp.ts': "const lazily = () => import('./providers/provider.ts');",
  'server/providers/provider.ts': "import '../../core/rules/innocent.ts';",
  'core/rules/innocent.ts': 'export {};',
  'client/extension.ts': "import '../core/rules/innocent.ts';\nimport 'vscode';",
  'client/webview/renders.ts': "import '../../core/rules/innocent.ts';",
};

describe('a house that breaks the layers', { timeout: 60_000 }, () => {
  let folder: string;
  let violations: Cruise['summary']['violations'];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'layers-'));
    await symlink(join(checkout, 'node_modules'), join(folder, 'node_modules'));
    const files = [...Object.entries(innocent), ...offenders.map(([, file, text]) => [file, text] as const)];
    for (const [file, text] of files) {
      await mkdir(dirname(join(folder, file)), { recursive: true });
      await writeFile(join(folder, file), text);
    }
    ({ violations } = (await cruise(folder)).summary);
  }, 60_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test.each(offenders)('%s: %s', (rule, file) => {
    expect(violations.filter(({ from }) => from === file).map((violation) => violation.rule.name)).toContain(rule);
  });

  test('and what keeps to them is let through', () => {
    const blamed = violations.filter(({ from, rule }) => from in innocent && rule.name !== 'no-dead-files');
    expect(blamed).toEqual([]);
  });
});
