import { type ExportParams, type ExportResult, exportMethod } from '@aurora-blueprint/core/protocol/export-request.ts';
import { RequestType } from 'vscode-languageserver';
import { convertDocument } from '../documents/convert-document.ts';
import type { Feature } from './feature.ts';

const request = new RequestType<ExportParams, ExportResult, void>(exportMethod);

const nothing = 'There is nothing here to export. Open a blueprint that states its engine.';

/** `aurora/export`: the designs of a blueprint as CloudFormation templates. */
export const exportTemplates: Feature = {
  capabilities: () => ({}),
  register: ({ connection, analyzer }) => {
    connection.onRequest(request, ({ uri }) => {
      const analysis = analyzer.analyze(uri);
      const exported = analysis?.kind === 'blueprint' ? convertDocument(uri, analysis) : undefined;
      return exported ?? { problem: nothing };
    });
  },
};
