import { toMermaid } from '@aurora-blueprint/core/topology/mermaid.ts';
import { pictureOf } from '@aurora-blueprint/core/topology/picture-of.ts';
import { pictureAsSvg } from '@aurora-blueprint/core/topology/svg.ts';
import { type Command, Option } from 'commander';
import { readBlueprintFile } from './input-files.ts';

interface TopologyOptions {
  readonly format: 'svg' | 'mermaid' | 'json';
}

/** `topology`: the picture of each design in a file. */
export function addTopologyCommand(program: Command): void {
  program
    .command('topology')
    .description('Draws the design in a file.')
    .argument('<file>', 'a blueprint')
    .addOption(new Option('--format <format>', 'how to print').choices(['svg', 'mermaid', 'json']).default('svg'))
    .action((file: string, { format }: TopologyOptions) => {
      for (const { design } of readBlueprintFile(file).documents) {
        const picture = pictureOf(design);
        if (format === 'json') process.stdout.write(`${JSON.stringify(picture, null, 2)}\n`);
        else process.stdout.write(format === 'svg' ? pictureAsSvg(picture) : toMermaid(picture));
      }
    });
}
