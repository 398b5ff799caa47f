import { codeActions } from './code-actions.ts';
import { codeLenses } from './code-lenses.ts';
import { completion } from './completion.ts';
import { definition } from './definition.ts';
import { describeInference } from './describe-inference.ts';
import { pullDiagnostics, pushDiagnostics } from './diagnostics.ts';
import { documentHighlights } from './document-highlights.ts';
import { documentLinks } from './document-links.ts';
import { documentSymbols } from './document-symbols.ts';
import { exportTemplates } from './export.ts';
import { faults } from './faults.ts';
import type { Feature } from './feature.ts';
import { foldingRanges } from './folding-ranges.ts';
import { formatting } from './formatting.ts';
import { hover } from './hover.ts';
import { infer } from './infer.ts';
import { inlayHints } from './inlay-hints.ts';
import { linkedEditing } from './linked-editing.ts';
import { pathAt, rangeOf } from './locations.ts';
import { newDesign } from './new-design.ts';
import { onTypeFormatting } from './on-type-formatting.ts';
import { references } from './references.ts';
import { rename } from './rename.ts';
import { scenarioTests } from './scenario-tests.ts';
import { selectionRanges } from './selection-ranges.ts';
import { semanticTokens } from './semantic-tokens.ts';
import { signatureHelp } from './signature-help.ts';
import { simulate } from './simulate.ts';
import { sqlFile } from './sql-file.ts';
import { importTemplate, templates } from './templates.ts';
import { topology } from './topology.ts';
import { willRenameFiles } from './will-rename-files.ts';
import { workspaceDiagnostics } from './workspace-diagnostics.ts';
import { workspaceSymbols } from './workspace-symbols.ts';

/** Every request the server answers, one feature each. */
export const features: readonly Feature[] = [
  pullDiagnostics,
  pushDiagnostics,
  workspaceDiagnostics,
  codeActions,
  codeLenses,
  completion,
  hover,
  signatureHelp,
  definition,
  references,
  documentHighlights,
  rename,
  linkedEditing,
  documentLinks,
  documentSymbols,
  workspaceSymbols,
  willRenameFiles,
  formatting,
  onTypeFormatting,
  foldingRanges,
  selectionRanges,
  inlayHints,
  semanticTokens,
  topology,
  faults,
  simulate,
  scenarioTests,
  pathAt,
  rangeOf,
  exportTemplates,
  sqlFile,
  describeInference,
  infer,
  newDesign,
  templates,
  importTemplate,
];
