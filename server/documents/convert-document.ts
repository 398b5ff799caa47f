import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type Conversion,
  canBeExported,
  toBlueprints,
  toCloudFormation,
} from '@aurora-blueprint/core/editing/conversion.ts';
import type { Analysis, BlueprintAnalysis, TemplateAnalysis } from './analysis.ts';

/** A blueprint as templates, a template as blueprints; undefined for what can be neither. No name is that of a file beside it. */
export function convertDocument(uri: string, analysis: Analysis | undefined): Conversion | undefined {
  if (!isConvertible(analysis)) return undefined;
  const taken = filesBeside(uri);
  return analysis.kind === 'blueprint'
    ? toCloudFormation(analysis.blueprint, taken)
    : toBlueprints(analysis.text, taken);
}

/** Whether a document is one of those that have another form. */
export function isConvertible(analysis: Analysis | undefined): analysis is BlueprintAnalysis | TemplateAnalysis {
  if (analysis?.kind === 'blueprint') return canBeExported(analysis.blueprint);
  return analysis?.kind === 'cloudformation' && analysis.template.clusters.length > 0;
}

/** The names in the folder of a file; none for a document of another file system, whose editor refuses to write over a file. */
function filesBeside(uri: string): ReadonlySet<string> {
  if (!uri.startsWith('file:')) return new Set();
  try {
    return new Set(readdirSync(dirname(fileURLToPath(uri))));
  } catch {
    // The folder is not there yet: the document was never saved.
    return new Set();
  }
}
