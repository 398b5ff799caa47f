/** What a method is for; by kind of document where it is about one. A kind that is left out gets no answer. */
export interface DescribedMethod {
  readonly method: string;
  readonly type: 'request' | 'notification';
  readonly from: 'editor' | 'server';
  readonly use:
    | string
    | {
        readonly blueprint?: string;
        readonly scenarios?: string;
        readonly cloudformation?: string;
        readonly sql?: string;
      };
}

function request(method: string, use: DescribedMethod['use']): DescribedMethod {
  return { method, type: 'request', from: 'editor', use };
}

function notification(method: string, use: DescribedMethod['use']): DescribedMethod {
  return { method, type: 'notification', from: 'editor', use };
}

const everywhere = (use: string) => ({ blueprint: use, scenarios: use, cloudformation: use, sql: use });

/** Every method of the protocol that works, in the order of the documentation. */
export const describedMethods: readonly DescribedMethod[] = [
  notification('textDocument/didOpen', everywhere('read and judged')),
  notification('textDocument/didChange', everywhere('read again where it changed')),
  notification('textDocument/didSave', {
    blueprint: 'compared with git HEAD anew',
    cloudformation: 'compared with git HEAD anew',
  }),
  notification('textDocument/didClose', everywhere('forgotten, with its diagnostics')),
  request('textDocument/diagnostic', everywhere('findings')),
  request('workspace/diagnostic', {
    blueprint: 'findings of every design of the folders, open or not',
    scenarios: 'those of every scenario file',
    cloudformation: 'the same where the setting asks for templates',
    sql: 'the same where a design governs it',
  }),
  {
    method: 'textDocument/publishDiagnostics',
    type: 'notification',
    from: 'server',
    use: everywhere('findings, for editors that do not ask for them'),
  },
  request('textDocument/codeAction', {
    blueprint: 'fixes, and all safe ones at once; anchors, order, readers, Regions, the other format',
    scenarios: 'fixes, and all safe ones at once',
    cloudformation: 'fixes, and all safe ones at once; readers, the other format',
    sql: 'fixes, and all safe ones at once',
  }),
  request('codeAction/resolve', {
    blueprint: 'the edit of what was chosen and mends nothing',
    cloudformation: 'the edit of what was chosen and mends nothing',
  }),
  request('textDocument/codeLens', {
    blueprint: 'who stands where, the panel, scenarios',
    scenarios: 'scenarios, played in the panel of their design',
    cloudformation: 'who stands where',
    sql: 'a preview above each ML call',
  }),
  request('codeLens/resolve', {
    blueprint: 'what the loss of an AZ does, how many statements use a role',
    cloudformation: 'what the loss of an AZ does, how many statements use a role',
  }),
  request('textDocument/completion', {
    blueprint: 'what fits this design: keys, values, whole items',
    scenarios: 'what fits the design that it names, and the designs that it can name',
    cloudformation: 'what fits: properties, values, references, whole resources',
    sql: 'ML functions, their arguments and fields, clauses, whole statements',
  }),
  request('completionItem/resolve', 'what an offered key or value is for'),
  request('textDocument/hover', {
    blueprint: 'what a property or value is, its limits, what it means here',
    scenarios: 'the same, with what it means in that design',
    cloudformation: 'the same, what a name refers to, what a value comes to',
    sql: 'what a call, an argument or a clause is, and what the design says to it',
  }),
  request('textDocument/signatureHelp', { sql: 'what a function takes, and which of it is being written' }),
  request('textDocument/definition', {
    blueprint: 'where a name is declared',
    scenarios: 'where the design declares a name',
    cloudformation: 'where a name is declared',
    sql: 'the endpoint in the design, a function where it is created',
  }),
  request('textDocument/references', {
    blueprint: 'all places of a name, those in SQL too; all that needs a role',
    scenarios: 'all places of a name, in its design and the other files with scenarios for it',
    cloudformation: 'all places of a name; all that needs a role',
    sql: 'all places of an endpoint or a function',
  }),
  request('textDocument/documentHighlight', {
    blueprint: 'the places of a name, its declaration apart',
    scenarios: 'the places of a name',
    cloudformation: 'the places of a name, its declaration apart',
    sql: 'the places of an endpoint or a function',
  }),
  request('textDocument/prepareRename', {
    blueprint: 'what can be renamed, or why it cannot',
    scenarios: 'names that the design declares',
    cloudformation: 'what can be renamed, or why it cannot',
    sql: 'endpoints that a design declares, functions of the file',
  }),
  request('textDocument/rename', {
    blueprint: 'a name everywhere, in SQL and scenario files too',
    scenarios: 'a name of the design, there and in all scenario files',
    cloudformation: 'a name everywhere',
    sql: 'an endpoint, in its design too; a function',
  }),
  request('textDocument/linkedEditingRange', { blueprint: 'an instance ID and what names it' }),
  request('textDocument/documentLink', {
    blueprint: 'from suppressed rules to what they rest on',
    scenarios: 'to the design that it names',
    cloudformation: 'from suppressed rules to what they rest on',
    sql: 'to the design that it names',
  }),
  request('textDocument/documentSymbol', {
    blueprint: 'outline and breadcrumbs',
    scenarios: 'outline and breadcrumbs',
    cloudformation: 'outline and breadcrumbs',
    sql: 'what statements create, and those with ML calls',
  }),
  request('textDocument/formatting', {
    blueprint: 'blanks made even',
    scenarios: 'blanks made even',
    cloudformation: 'the same in YAML',
  }),
  request('textDocument/rangeFormatting', {
    blueprint: 'those of some lines',
    scenarios: 'those of some lines',
    cloudformation: 'the same in YAML',
  }),
  request('textDocument/onTypeFormatting', {
    blueprint: 'a dash below the key of a list',
    scenarios: 'a dash below the key of a list',
  }),
  request('textDocument/foldingRange', {
    blueprint: 'entries, items, texts, comments',
    scenarios: 'entries, items, texts, comments',
    cloudformation: 'entries, items, texts, comments',
    sql: 'statements, bodies, brackets, comments',
  }),
  request('textDocument/selectionRange', {
    blueprint: 'from a value to its entry to what holds it',
    scenarios: 'from a value to its entry to what holds it',
    cloudformation: 'from a value to its entry to what holds it',
    sql: 'from a word to its argument, call and statement',
  }),
  request('textDocument/inlayHint', {
    blueprint: 'what follows from a design and is not written',
    cloudformation: 'what follows from a design and is not written',
  }),
  request('textDocument/semanticTokens/full', {
    blueprint: 'names, and words that Aurora knows',
    scenarios: 'names, and words that Aurora knows',
    cloudformation: 'names, and words that Aurora knows',
    sql: 'functions, endpoints and models of ML calls, keywords of ALIAS',
  }),
  request('textDocument/semanticTokens/full/delta', everywhere('what an edit changes of them')),
  request('textDocument/semanticTokens/range', everywhere('those of some lines')),
  request('workspace/symbol', {
    blueprint: 'clusters, instances, endpoints, scenarios',
    scenarios: 'scenarios',
    cloudformation: 'resources',
    sql: 'functions made with ALIAS or around ML calls',
  }),
  request('workspace/willRenameFiles', { scenarios: 'go on naming their design', sql: 'goes on naming its design' }),
  request('aurora/topology', {
    blueprint: 'the picture of a design',
    cloudformation: 'the picture of each Aurora cluster',
  }),
  request('aurora/faults', {
    blueprint: 'what can fail and be played',
    cloudformation: 'what can fail and be played',
  }),
  request('aurora/simulate', {
    blueprint: 'a run of a fault or a scenario',
    cloudformation: 'a run of a fault or a scenario',
  }),
  request('aurora/scenarioTests', { blueprint: 'its scenarios as tests', scenarios: 'its scenarios as tests' }),
  request('aurora/runScenarioTest', {
    blueprint: 'what became of a scenario, run as a test',
    scenarios: 'what became of a scenario, run as a test',
  }),
  request('aurora/pathAt', {
    blueprint: 'the thing of the picture at a place of the text',
    cloudformation: 'the thing of the picture at a place of the text',
  }),
  request('aurora/rangeOf', {
    blueprint: 'the place in the text of a thing of the picture',
    cloudformation: 'the place in the text of a thing of the picture',
  }),
  request('aurora/export', { blueprint: 'its designs as CloudFormation templates' }),
  request('aurora/sqlFile', { sql: 'its dialect, what decided that, and the design that governs it' }),
  request('aurora/describeInference', { sql: 'the ML call at a place, and what its preview needs' }),
  request('aurora/infer', { sql: 'the rows that an ML call returns' }),
  request('aurora/newDesign', 'asks what a new design needs to know, and writes it'),
  request('aurora/templates', { cloudformation: 'the templates of the folders from which a design can be made' }),
  request('aurora/importTemplate', { cloudformation: 'the blueprints of a template' }),
  request('initialize', 'agrees on what both sides can do'),
  notification('initialized', 'reads the settings'),
  notification('workspace/didChangeConfiguration', 'reads the settings again'),
  notification('workspace/didChangeWatchedFiles', 'looks at designs on disk again'),
  notification('workspace/didChangeWorkspaceFolders', 'examines folders as they come and go'),
  notification('aurora/trustGranted', 'lets git be asked from now on'),
  notification('$/cancelRequest', 'ends a search over the workspace that nobody waits for'),
  { method: 'workspace/configuration', type: 'request', from: 'server', use: 'asks for the settings' },
  {
    method: 'client/registerCapability',
    type: 'request',
    from: 'server',
    use: 'asks to be told of new settings and of files that change on disk; announces formatting for open files of Aurora in YAML',
  },
  {
    method: 'client/unregisterCapability',
    type: 'request',
    from: 'server',
    use: 'no longer watches files of which the settings say so; takes back formatting when a file is closed',
  },
  {
    method: 'workspace/diagnostic/refresh',
    type: 'request',
    from: 'server',
    use: 'asks to be asked again when findings change without an edit',
  },
  {
    method: 'workspace/inlayHint/refresh',
    type: 'request',
    from: 'server',
    use: 'the same for inlay hints',
  },
  {
    method: 'workspace/codeLens/refresh',
    type: 'request',
    from: 'server',
    use: 'the same for code lenses',
  },
  request('shutdown', 'ends what goes on'),
  notification('exit', 'ends the process'),
];
