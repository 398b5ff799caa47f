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
 * An ES module for Node. What it imports on first use (the AWS SDK) is a chunk of its own.
 *
 * @param {string} name
 * @returns {import('esbuild').BuildOptions}
 */
const nodeModule = (name) => ({
  ...shared,
  entryPoints: { [name]: `server/${name}.ts` },
  outdir: 'server/dist',
  chunkNames: `chunks/${name}/[name]-[hash]`,
  format: 'esm',
  splitting: true,
  platform: 'node',
  target: 'node20',
  mainFields: ['module', 'main'],
  // What Node would take is CommonJS: slower to call into, and all of it in the bundle.
  alias: { yaml: './node_modules/yaml/browser/dist/index.js' },
  // CommonJS packages inside an ES module ask for Node's own modules through require.
  banner: {
    js: "import { createRequire as createBundleRequire } from 'node:module'; const require = createBundleRequire(import.meta.url);",
  },
});

/** Two bundles and not one with shared chunks: the prose of the rules is for the command line alone. */
export const languageServer = nodeModule('lsp');
const commandLine = nodeModule('cli');

/**
 * The threads in which the parsers of SQL run, so that they can be ended. PostgreSQL's finds its WebAssembly beside it.
 *
 * @type {import('esbuild').BuildOptions}
 */
const parserWorkers = {
  ...shared,
  entryPoints: {
    'mysql-worker': 'server/providers/mysql-parser/worker.ts',
    'postgres-worker': 'server/providers/postgres-parser/worker.ts',
    'libpg-query': 'node_modules/libpg-query/wasm/libpg-query.wasm',
  },
  loader: { '.wasm': 'copy' },
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
  entryPoints: { stage: 'client/webview/stage/main.tsx', preview: 'client/webview/preview/main.tsx' },
  jsx: 'automatic',
  jsxImportSource: 'preact',
  outdir: 'client/dist/webview',
  format: 'iife',
  platform: 'browser',
  target: 'es2022',
};

export const bundles = [languageServer, commandLine, parserWorkers, extension, webviews];
