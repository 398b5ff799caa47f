import type { TemplateSyntax } from '../../design/readers/template/template-syntax.ts';
import { type CompletionItem, sortTextOf } from '../completion-item.ts';
import { escapeMarkdown } from '../markdown.ts';
import type { ResourcePlaces } from './resource-places.ts';
import { clusterSnippets } from './snippets/cluster.ts';
import {
  autoScalingSnippet,
  globalSnippet,
  parameterGroupSnippet,
  subnetGroupSnippet,
} from './snippets/cluster-companions.ts';
import { endpointSnippet, readerSnippet } from './snippets/cluster-members.ts';
import { ClusterOfSnippet } from './snippets/cluster-of-snippet.ts';
import type { ResourceSnippet } from './snippets/resource-snippet.ts';
import type { TemplateCursor } from './template-cursor.ts';
import { formAt } from './template-items.ts';
import { entriesSnippet } from './template-snippet.ts';

/** Whole resources that fit what stands in a template: what its clusters lack first, then a new cluster. */
export function completeResources(cursor: TemplateCursor, places: ResourcePlaces): readonly CompletionItem[] {
  const { hasColon, quotes, word } = cursor;
  const form = formAt(cursor);
  if (hasColon || quotes !== '' || form === 'flow') return [];
  return snippetsFor(places, cursor.text).map(({ label, detail, resources }, index) => ({
    label,
    kind: 'snippet',
    detail,
    documentation: escapeMarkdown(detail),
    insertText: entriesSnippet(resources, form),
    isSnippet: true,
    range: word,
    sortText: sortTextOf(index),
  }));
}

function snippetsFor(places: ResourcePlaces, text: string): readonly ResourceSnippet[] {
  const { syntax } = places;
  const clusters = clustersIn(syntax).map((resource) => new ClusterOfSnippet(places, resource, text));
  const own = clusters
    .filter(({ isAurora }) => isAurora)
    .flatMap((cluster) => [
      readerSnippet(cluster),
      autoScalingSnippet(cluster),
      endpointSnippet(cluster),
      parameterGroupSnippet(cluster),
      globalSnippet(cluster),
    ]);
  return [...own, ...clusterSnippets(syntax), subnetGroupSnippet(syntax)].filter((one) => one !== undefined);
}

function clustersIn({ resources }: TemplateSyntax) {
  return [...resources.values()].filter(({ type }) => type === 'AWS::RDS::DBCluster');
}
