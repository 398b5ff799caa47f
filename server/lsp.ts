import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startLanguageServer } from './language-server.ts';
import { cancelledBeforeTheirTurn } from './turns.ts';

const connection = createConnection(ProposedFeatures.all, cancelledBeforeTheirTurn);

// What nobody awaits, such as an editor's refusal to refresh, is written to the log; the other documents go on.
process.on('unhandledRejection', (reason) => {
  connection.console.error(reason instanceof Error ? (reason.stack ?? reason.message) : String(reason));
});

startLanguageServer(connection, new URL('.', import.meta.url));
