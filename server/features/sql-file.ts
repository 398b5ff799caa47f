import {
  type SqlFileParams,
  type SqlFileResult,
  type SqlFileState,
  sqlFileMethod,
} from '@aurora-blueprint/core/protocol/sql-file-request.ts';
import { readAuroraComment } from '@aurora-blueprint/core/sql/dialect.ts';
import { hasAuroraMl } from '@aurora-blueprint/core/sql/syntax/has-aurora-ml.ts';
import { RequestType } from 'vscode-languageserver';
import type { SqlFileAnalysis } from '../documents/analysis.ts';
import { uriOfFile } from '../documents/uri-of-file.ts';
import type { Feature, ServerContext } from './feature.ts';

const request = new RequestType<SqlFileParams, SqlFileResult, void>(sqlFileMethod);

/** `aurora/sqlFile`: in which dialect an SQL file is read and what decided that, and the design that governs it. */
export const sqlFile: Feature = {
  capabilities: () => ({}),
  register: (context) => {
    const { connection, analyzer, documents } = context;
    connection.onRequest(request, ({ uri }) => {
      const analysis = analyzer.analyze(uri);
      const version = documents.get(uri)?.version ?? 0;
      return { version, file: analysis?.kind === 'sql' && isOfConcern(analysis) ? stateOf(analysis, context) : null };
    });
  },
};

/** Other files are looked at too where a setting asks for their syntax errors. */
function isOfConcern({ sql, text }: SqlFileAnalysis): boolean {
  return hasAuroraMl(sql) || readAuroraComment(text).design !== undefined;
}

function stateOf(
  { dialect, reason, governing, undecided }: SqlFileAnalysis,
  { documents }: ServerContext,
): SqlFileState {
  return {
    dialect,
    reason,
    ...(governing && { design: { name: governing.name, uri: uriOfFile(documents, governing.path) } }),
    ...(undecided && { undecided: undecided.names }),
  };
}
