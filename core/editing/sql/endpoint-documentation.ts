import type { Design } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import { endpointsOf } from '../../sql/declared-endpoints.ts';
import { escapeMarkdown } from '../markdown.ts';

/** A SageMaker endpoint as the design declares it: its inputs and its output; or that nothing declares it. As Markdown. */
export function endpointAsMarkdown(design: Design | undefined, name: string): string {
  const title = `SageMaker endpoint **${escapeMarkdown(name)}**`;
  if (design === undefined) return `${title}\n\nNo design governs this file, so that nothing is known of its inputs.`;
  const { endpoints, areAll } = endpointsOf(design);
  const endpoint = endpoints.find((one) => one.name === name);
  const owner = escapeMarkdown(known(design.name) ?? 'that governs this file');
  if (endpoint === undefined) {
    const list = areAll ? 'declares no endpoint of this name' : 'does not list all endpoints that its role may call';
    return `${title}\n\nThe design ${owner} ${list}.`;
  }
  const { input, output } = endpoint;
  return [
    `${title}, declared by the design ${owner}`,
    ...(input === undefined ? [] : [`Inputs: \`${input.map((type) => type ?? '?').join(', ')}\``]),
    ...(output === undefined ? [] : [`Output: \`${output}\``]),
  ].join('\n\n');
}
