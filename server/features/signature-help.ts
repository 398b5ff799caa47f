import {
  type SignatureHelp as KnownSignature,
  signatureHelp as signatureAt,
} from '@aurora-blueprint/core/editing/sql/signature-help.ts';
import { MarkupKind, type ParameterInformation, type SignatureHelp } from 'vscode-languageserver';
import { sqlDocument } from '../documents/sql-document.ts';
import type { Feature } from './feature.ts';

/** `textDocument/signatureHelp`: what the function that is being called in SQL takes, and which of it is being written. */
export const signatureHelp: Feature = {
  capabilities: () => ({ signatureHelpProvider: { triggerCharacters: ['(', ','], retriggerCharacters: [')', '>'] } }),
  register: ({ connection, analyzer }, client) => {
    const takesNone = client.textDocument?.signatureHelp?.signatureInformation?.noActiveParameterSupport === true;
    connection.onSignatureHelp(({ textDocument, position }): SignatureHelp | null => {
      const analysis = analyzer.analyze(textDocument.uri);
      if (analysis?.kind !== 'sql') return null;
      const found = signatureAt(sqlDocument(analysis), analysis.lines.offsetAt(position));
      return found === undefined ? null : toProtocol(found, takesNone);
    });
  },
};

/** Editors that know no "none" take an index behind the last parameter for it. */
function toProtocol({ label, documentation, parameters, active }: KnownSignature, takesNone: boolean): SignatureHelp {
  const activeParameter = active ?? (takesNone ? null : parameters.length);
  const markdown = (value: string) => ({ kind: MarkupKind.Markdown, value });
  const informations = parameters.map(({ range, documentation: said }): ParameterInformation => {
    const place: [number, number] = [range.start, range.end];
    return said === undefined ? { label: place } : { label: place, documentation: markdown(said) };
  });
  return {
    signatures: [
      {
        label,
        ...(documentation === undefined ? {} : { documentation: markdown(documentation) }),
        parameters: informations,
      },
    ],
    activeSignature: 0,
    activeParameter,
  };
}
