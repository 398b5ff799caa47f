/** What esbuild makes of the sources, and for whom. */

/** @type {import('esbuild').BuildOptions} */
const shared = {
  bundle: true,
  // Readable names keep the stacks of bug reports readable.
  minifySyntax: true,
  minifyWhitespace: true,
  sourcemap: 'linked',
  legalComments: 'none',
  logLevel: 'warning',
};

/**
 * The language server and the command line. They share chunks, and what is imported on first use (the AWS SDK, the SQL
 * parser) is a chunk of its own.
 *
 * @type {import('esbuild').BuildOptions}
 */
const server = {
  ...shared,
  entryPoints: { lsp: 'server/lsp.ts', cli: 'server/cli.ts' },
  outdir: 'server/dist',
  chunkNames: 'chunks/[name]-[hash]',
  format: 'esm',
  splitting: true,
  platform: 'node',
  target: 'node20',
  mainFields: ['module', 'main'],
  // CommonJS packages inside an ES module ask for Node's own modules through require.
  banner: { js: "import { createRequire as createBundleRequire } from 'node:module'; const require = createBundleRequire(import.meta.url);" },
};

/**
 * The thread in which node-sql-parser runs, so that it can be ended.
 *
 * @type {import('esbuild').BuildOptions}
 */
const mysqlWorker = {
  ...shared,
  entryPoints: { 'mysql-worker': 'server/providers/mysql-parser/worker.ts' },
  outdir: 'server/dist',
  outExtension: { '.js': '.cjs' },
  format: 'cjs',
  platform: 'node',
  target: 'node20',
};

/**
 * The extension. VS Code brings the module vscode.
 *
 * @type {import('esbuild').BuildOptions}
 */
const extension = {
  ...shared,
  entryPoints: { extension: 'client/extension.ts' },
  outdir: 'client/dist',
  outExtension: { '.js': '.cjs' },
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  external: ['vscode'],
};

/**
 * Script and styles of each webview.
 *
 * @type {import('esbuild').BuildOptions}
 */
const webviews = {
  ...shared,
  entryPoints: { stage: 'client/webview/main.tsx', preview: 'client/webview/preview/main.tsx' },
  jsx: 'automatic',
  jsxImportSource: 'preact',
  outdir: 'client/dist/webview',
  format: 'iife',
  platform: 'browser',
  target: 'es2022',
};

export const bundles = [server, mysqlWorker, extension, webviews];
