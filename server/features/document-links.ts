import { dirname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { blueprintSuppressions } from '@aurora-blueprint/core/design/readers/blueprint/suppressions.ts';
import { templateSuppressions } from '@aurora-blueprint/core/design/readers/template/suppressions.ts';
import { ruleLinks } from '@aurora-blueprint/core/editing/rule-links.ts';
import { placeOfNamedDesign } from '@aurora-blueprint/core/sql/dialect.ts';
import type { DocumentLink } from 'vscode-languageserver';
import type { Analysis, ScenarioFileAnalysis, SqlFileAnalysis } from '../documents/analysis.ts';
import { toProtocolRange } from '../protocol-ranges.ts';
import type { Feature } from './feature.ts';

/** `textDocument/documentLink`: from SQL and scenarios to the design that they name, from suppressed rules to what they rest on. */
export const documentLinks: Feature = {
  capabilities: () => ({ documentLinkProvider: {} }),
  register: ({ connection, analyzer }) => {
    connection.onDocumentLinks(({ textDocument: { uri } }) => {
      const analysis = analyzer.analyze(uri);
      if (analysis === undefined) return null;
      if (analysis.kind === 'sql') return designLinks(uri, analysis);
      return [...(analysis.kind === 'scenarios' ? scenarioDesigns(analysis) : []), ...linksToRules(analysis)];
    });
  },
};

function designLinks(uri: string, { text, lines }: SqlFileAnalysis): DocumentLink[] {
  const range = placeOfNamedDesign(text);
  if (range === undefined || !uri.startsWith('file:')) return [];
  const path = resolve(dirname(fileURLToPath(uri)), text.slice(range.start, range.end));
  return [
    {
      range: toProtocolRange(lines, range),
      target: pathToFileURL(path).href,
      tooltip: 'The design whose limits and roles hold for this file',
    },
  ];
}

function scenarioDesigns({ blueprint, designPaths, lines }: ScenarioFileAnalysis): DocumentLink[] {
  return blueprint.documents.flatMap(({ beside, locator }, index) => {
    const path = designPaths[index];
    if (beside === undefined || path === undefined) return [];
    return {
      range: toProtocolRange(lines, locator.rangeOf(beside.name.path)),
      target: pathToFileURL(path).href,
      tooltip: 'The design on which the scenarios are played',
    };
  });
}

function linksToRules(analysis: Exclude<Analysis, SqlFileAnalysis>): DocumentLink[] {
  const { text, lines } = analysis;
  const suppressions =
    analysis.kind === 'cloudformation'
      ? templateSuppressions(text, analysis.template.syntax)
      : analysis.blueprint.documents.flatMap((document) => blueprintSuppressions(text, document));
  return ruleLinks(text, suppressions).map(({ range, url, tooltip }) => ({
    range: toProtocolRange(lines, range),
    target: url,
    tooltip,
  }));
}
