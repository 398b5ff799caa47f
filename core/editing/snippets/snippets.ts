import { clustersOf, type Design } from '../../design/design.ts';
import { formatPath, type Path, parentPath } from '../../design/path.ts';
import { endpointSnippets } from './endpoint.ts';
import { autoScalingSnippets, objectivesSnippets, serverlessSnippets } from './groups.ts';
import { readerSnippets } from './reader.ts';
import { scenarioSnippets } from './scenario.ts';
import { secondarySnippets } from './secondary.ts';
import type { WholeSnippet } from './whole-snippet.ts';

/** Whole items that fit the list at `path`, each without its dash. */
export function itemSnippets(design: Design, path: Path): readonly WholeSnippet[] {
  const name = path.at(-1);
  if (path.length === 1) {
    if (name === 'secondaries') return secondarySnippets(design);
    return name === 'scenarios' ? scenarioSnippets(design) : [];
  }
  const cluster = clusterAt(design, parentPath(path));
  if (cluster === undefined) return [];
  if (name === 'instances') return readerSnippets(design, cluster);
  return name === 'endpoints' ? endpointSnippets(design, cluster) : [];
}

/** Whole values of the key at `path`: a group, or a list with its first item, as lines below the key. */
export function keySnippets(design: Design, path: Path): readonly WholeSnippet[] {
  const groups = groupSnippets(design, path);
  const items = itemSnippets(design, path).map((item) => ({ ...item, text: `- ${item.text}` }));
  const name = path.at(-1);
  return [...groups, ...items].map(({ label, detail, text }) => ({
    label: `${name}: ${label.replace(/^scenario: /, '')}`,
    detail,
    text: `${name}:\n  ${text.replaceAll('\n', '\n  ')}`,
  }));
}

function groupSnippets(design: Design, path: Path): readonly WholeSnippet[] {
  const name = path.at(-1);
  if (path.length === 1) return name === 'objectives' ? objectivesSnippets(design) : [];
  const cluster = clusterAt(design, parentPath(path));
  if (cluster === undefined) return [];
  if (name === 'autoScaling') return autoScalingSnippets(design, cluster);
  return name === 'serverlessV2ScalingConfiguration' ? serverlessSnippets(cluster) : [];
}

function clusterAt(design: Design, path: Path) {
  return clustersOf(design).find((cluster) => formatPath(cluster.path) === formatPath(path));
}
