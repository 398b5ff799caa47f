import type { Design } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import { escapeMarkdown } from '../markdown.ts';

/** A SageMaker endpoint as the design declares it: its inputs and its output; or that nothing declares it. As Markdown. */
export function endpointAsMarkdown(design: Design | undefined, name: string): string {
  const title = `SageMaker endpoint **${escapeMarkdown(name)}**`;
  if (design === undefined) return `${title}\n\nNo design governs this file, so that nothing is known of its inputs.`;
  const endpoint = design.machineLearning.items
    .flatMap(({ endpoints }) => endpoints.items)
    .find((one) => known(one.name) === name);
  const owner = escapeMarkdown(known(design.name) ?? '');
  if (endpoint === undefined) return `${title}\n\nThe design ${owner} declares no endpoint of this name.`;
  const inputs = endpoint.input.items.flatMap((input) => known(input) ?? []);
  const output = known(endpoint.output);
  return [
    `${title}, declared by the design ${owner}`,
    ...(inputs.length === 0 ? [] : [`Inputs: \`${inputs.join(', ')}\``]),
    ...(output === undefined ? [] : [`Output: \`${output}\``]),
  ].join('\n\n');
}
