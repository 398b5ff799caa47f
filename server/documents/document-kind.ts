/** What a document is to this server. */
export type DocumentKind = 'blueprint' | 'sql' | 'other';

/** Decides by the name of the file, as editors that do not know our language id do too. */
export function documentKind(uri: string, languageId: string): DocumentKind {
  const name = uri.slice(uri.lastIndexOf('/') + 1).toLowerCase();
  if (name.endsWith('.aurora.yaml') || name.endsWith('.aurora.yml')) return 'blueprint';
  if (languageId === 'aurora-blueprint') return 'blueprint';
  return name.endsWith('.sql') || languageId === 'sql' ? 'sql' : 'other';
}
