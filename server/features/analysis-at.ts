import type { Analysis } from '../documents/analysis.ts';
import { pathOfUri } from '../documents/uri-of-file.ts';
import type { ServerContext } from './feature.ts';

/** The analysis of what is being edited, or else of what stands on disk; undefined for what has nothing of Aurora's. */
export function analysisAt({ documents, analyzer }: ServerContext, uri: string): Analysis | undefined {
  if (documents.get(uri) !== undefined) return analyzer.analyze(uri);
  const path = pathOfUri(uri);
  return path === undefined ? undefined : analyzer.analyzeFile(path);
}
