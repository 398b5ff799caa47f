// The layers of ARCHITECTURE.md, as rules: run by `npm run lint`.
import swc from '@swc/core';
import { bundles } from './scripts/bundles.mjs';

// dependency-cruiser has swc parse every TypeScript file without JSX; the webview's .tsx files need it.
const parseFileSync = swc.parseFileSync;
swc.parseFileSync = (file, options) => parseFileSync(file, { ...options, tsx: file.endsWith('.tsx') });

/** Tests, and what tests are built from. */
const tests = '[.]test[.]tsx?$|/testing/';

/** Matches the files of these npm packages, wherever npm put them. */
const packages = (...names) => `node_modules/(${names.join('|')})/`;

/** What says why a rule exists, with examples. */
const prose =
  '^core/(rules/(explain|design-rule-pages|template-rule-pages|change-rule-pages)|sql/rules/sql-rule-pages)[.]ts$';

const entryPoints = bundles.flatMap(({ entryPoints }) => Object.values(entryPoints ?? {}).map((file) => `^${file}$`));

export default {
  forbidden: [
    {
      name: 'core-is-pure',
      comment:
        'core imports itself and two packages that are as pure as it is: no Node, no editor, no protocol, no DOM.',
      severity: 'error',
      from: { path: '^core/', pathNot: tests },
      to: { pathNot: ['^core/', packages('yaml', 'fastest-levenshtein')] },
    },
    {
      name: 'core-tests-are-local',
      comment: 'Tests beside the code of core exercise core alone; what crosses packages is tested in test/.',
      severity: 'error',
      from: { path: ['^core/.*[.]test[.]ts$', '^core/testing/', '^core/.*/testing/'] },
      to: { path: '^(server|client|test|scripts)/' },
    },
    {
      name: 'server-knows-no-client',
      comment: 'The server serves any editor: it knows core, and nothing of VS Code or the extension.',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: ['^client/', packages('@types/vscode', 'vscode-languageclient')] },
    },
    {
      name: 'client-knows-no-server',
      comment: 'The extension reaches the server over LSP only.',
      severity: 'error',
      from: { path: '^client/' },
      to: { path: ['^server/', packages('vscode-languageserver', 'vscode-languageserver-textdocument')] },
    },
    {
      name: 'webview-renders-only',
      comment: 'A webview runs in a page: core, its own files and the two packages that draw. No VS Code, no Node.',
      severity: 'error',
      from: { path: '^client/webview/', pathNot: tests },
      to: { pathNot: ['^client/webview/', '^core/', packages('preact', '@vscode-elements/elements')] },
    },
    {
      name: 'webview-is-a-bundle-of-its-own',
      comment: 'The extension host loads a webview as a file; what both say to each other stands in core/protocol.',
      severity: 'error',
      from: { path: '^client/', pathNot: '^client/webview/' },
      to: { path: '^client/webview/' },
    },
    {
      name: 'light-packages',
      comment: 'Outside server/providers the server uses only these packages: they decide how fast it starts.',
      severity: 'error',
      from: { path: '^server/', pathNot: ['^server/providers/', tests] },
      to: {
        path: 'node_modules/',
        pathNot: packages(
          'vscode-languageserver',
          'vscode-languageserver-textdocument',
          'commander',
          'ignore',
          'tinyglobby',
        ),
      },
    },
    {
      name: 'prose-of-rules-on-demand',
      comment: 'Reasons and examples of rules are for `explain`: whoever checks a file does not load them.',
      severity: 'error',
      from: {
        path: '^(core|server)/',
        pathNot: [tests, prose, '^server/cli/(explain|check-sarif)'],
      },
      to: { path: prose },
    },
    {
      name: 'rules-parse-no-text',
      comment:
        'A rule over designs sees a design and names paths: readers, writers and syntax trees are not its matter.',
      severity: 'error',
      from: { path: '^core/rules/[^/]+/', pathNot: tests },
      to: { path: ['^core/design/(readers|writers)/', packages('yaml')] },
    },
    {
      name: 'no-tests-in-the-product',
      comment: 'Nothing that ships imports a test or the tools of tests.',
      severity: 'error',
      from: { path: '^(core|server|client)/', pathNot: tests },
      to: { path: [tests, '^test/', '^scripts/'] },
    },
    {
      name: 'declared-packages-only',
      comment: "A workspace imports what its own package.json names, so that its bundle's content is written down.",
      severity: 'error',
      from: { path: '^(core|server|client)/', pathNot: tests },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'npm-dev'], pathNot: packages('@types/[^/]+') },
    },
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or lack a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-dead-files',
      comment: 'Every file is reached from an entry point of the bundles; the JSON Schema is written by its own test.',
      severity: 'error',
      from: { path: entryPoints },
      to: {
        path: '^(core|server|client)/.*[.]tsx?$',
        pathNot: [...entryPoints, tests, '[.]d[.]ts$', '^core/design/format/json-schema[.]ts$'],
        reachable: false,
      },
    },
    {
      name: 'resolvable',
      comment: 'Every import leads to a file, but for the bundle that the committed bin starts.',
      severity: 'error',
      from: { pathNot: '^server/bin/' },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(server|client)/dist/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.d.ts'],
    },
  },
};
