import type { Command } from 'commander';

/** `lsp`: the language server over standard input and output, for editors other than VS Code. */
export function addLspCommand(program: Command): void {
  program
    .command('lsp')
    .description('Starts the language server.')
    .requiredOption('--stdio', 'talks over standard input and output')
    .action(async () => {
      // A bundle of its own, beside that of the command line.
      await import(new URL('./lsp.js', import.meta.url).href);
    });
}
