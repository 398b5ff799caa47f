import { clustersOf } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import { formatPath, parentPath } from '../../design/path.ts';
import { endpointsOfDesign } from '../../topology/picture/endpoints-of-design.ts';
import type { Meaning } from './place.ts';

/** Who answers behind a custom endpoint while nothing has failed. */
export const endpointMeaning: Meaning = ({ design, cluster, path }) => {
  const own = formatPath(parentPath(path));
  const found = endpointsOfDesign(design, cluster).find((endpoint) => endpoint.path === own);
  const answers = found?.answers;
  if (answers === undefined || answers === null) return undefined;
  const ids = clustersOf(design)
    .flatMap(({ instances }) => instances.items)
    .filter((instance) => answers.includes(formatPath(instance.path)))
    .flatMap(({ id }) => known(id) ?? []);
  return ids.length === 0
    ? 'Nobody answers while nothing has failed.'
    : `Answers while nothing has failed: ${ids.join(', ')}.`;
};
