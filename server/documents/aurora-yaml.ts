import type { TextDocument } from 'vscode-languageserver-textdocument';
import { documentKind } from './document-kind.ts';

/** Whether a document is a blueprint, a scenario file, or a template of Aurora's in YAML: for templates in JSON editors have formatters. */
export function isAuroraYaml(document: TextDocument): boolean {
  const text = document.getText();
  const kind = documentKind(document.uri, document.languageId, text);
  return kind === 'blueprint' || kind === 'scenarios' || (kind === 'cloudformation' && !isJson(document, text));
}

function isJson({ uri, languageId }: TextDocument, text: string): boolean {
  return uri.endsWith('.json') || languageId.includes('json') || /^\s*\{/.test(text);
}
