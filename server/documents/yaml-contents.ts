import type { Analysis } from './analysis.ts';

/** The syntax trees of the documents of a design or a template; none for SQL. */
export function yamlContents(analysis: Analysis) {
  switch (analysis.kind) {
    case 'blueprint':
    case 'scenarios':
      return analysis.blueprint.documents.map(({ source }) => source.document.contents);
    case 'cloudformation':
      return [analysis.template.syntax.document.contents];
    case 'sql':
      return [];
  }
}
