import { isAuroraTemplate } from '@aurora-blueprint/core/design/readers/template/is-aurora-template.ts';

/** What a document is to this server. */
export type DocumentKind = 'blueprint' | 'scenarios' | 'cloudformation' | 'sql' | 'other';

const templateName = /\.(ya?ml|json|template)$/;

/**
 * Decides by the name of the file, as editors that do not know our language id do too. What may be a CloudFormation
 * template is one only if its text has an Aurora cluster.
 */
export function documentKind(uri: string, languageId: string, text: string): DocumentKind {
  const name = uri.slice(uri.lastIndexOf('/') + 1).toLowerCase();
  if (name.endsWith('.aurora.yaml') || name.endsWith('.aurora.yml')) return 'blueprint';
  if (name.endsWith('.scenario.yaml') || name.endsWith('.scenario.yml')) return 'scenarios';
  if (languageId === 'aurora-blueprint') return 'blueprint';
  if (languageId === 'aurora-scenarios') return 'scenarios';
  if (name.endsWith('.sql') || languageId === 'sql') return 'sql';
  const mayBeTemplate = templateName.test(name) || /^(yaml|json|cloudformation)/.test(languageId);
  return mayBeTemplate && isAuroraTemplate(text) ? 'cloudformation' : 'other';
}
