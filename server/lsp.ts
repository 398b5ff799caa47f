import { createConnection, ProposedFeatures } from 'vscode-languageserver/node.js';
import { startLanguageServer } from './language-server.ts';

startLanguageServer(createConnection(ProposedFeatures.all));
