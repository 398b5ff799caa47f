import type { Command } from 'commander';

/** `lsp`: the language server over standard input and output, for editors other than VS Code. */
export function addLspCommand(program: Command): void {
  program
    .command('lsp')
    .description('Starts the language server.')
    .requiredOption('--stdio', 'talks over standard input and output')
    .action(async () => {
      await import('../lsp.ts');
    });
}
