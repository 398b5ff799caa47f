import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startLanguageServer } from './language-server.ts';

startLanguageServer(createConnection(ProposedFeatures.all), new URL('./mysql-worker.cjs', import.meta.url));
