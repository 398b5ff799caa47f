import { toMermaid } from '@aurora-blueprint/core/topology/drawing/mermaid.ts';
import { toSvg } from '@aurora-blueprint/core/topology/drawing/svg.ts';
import { layOut } from '@aurora-blueprint/core/topology/layout/layout.ts';
import { pictureOf } from '@aurora-blueprint/core/topology/picture/picture.ts';
import { type Command, Option } from 'commander';
import { designsInFile } from './designs-in-file.ts';

interface TopologyOptions {
  readonly format: 'svg' | 'mermaid' | 'json';
}

/** Width of a drawn picture, in pixels: that of a panel beside an editor. */
const pictureWidth = 900;

/** `topology`: the picture of each design in a file. */
export function addTopologyCommand(program: Command): void {
  program
    .command('topology')
    .description('Draws the design in a file.')
    .argument('<file>', 'a blueprint or a CloudFormation template')
    .addOption(new Option('--format <format>', 'how to print').choices(['svg', 'mermaid', 'json']).default('svg'))
    .action((file: string, { format }: TopologyOptions) => {
      for (const design of designsInFile(file)) {
        const picture = pictureOf(design);
        if (format === 'json') process.stdout.write(`${JSON.stringify(picture, null, 2)}\n`);
        else
          process.stdout.write(format === 'svg' ? toSvg(layOut(picture, { width: pictureWidth })) : toMermaid(picture));
      }
    });
}
