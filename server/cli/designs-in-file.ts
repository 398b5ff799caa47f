import type { Design } from '@aurora-blueprint/core/design/design.ts';
import { readTemplate } from '@aurora-blueprint/core/design/readers/template.ts';
import { designOfTemplateCluster } from '@aurora-blueprint/core/topology/picture/design-of-template-cluster.ts';
import { documentKind } from '../documents/document-kind.ts';
import { readBlueprintFile, readInput } from './input-files.ts';

/** The designs of a blueprint, or the Aurora clusters of a template. Throws a UsageError for a file that holds none. */
export function designsInFile(file: string): readonly Design[] {
  const text = readInput(file);
  const template = documentKind(file, '', text) === 'cloudformation' ? readTemplate(text) : undefined;
  if (template === undefined || template.clusters.length === 0) {
    return readBlueprintFile(file).documents.map(({ design }) => design);
  }
  return template.clusters.map((cluster) => designOfTemplateCluster(cluster, template.syntax).design);
}
