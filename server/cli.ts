import { Command, CommanderError } from 'commander';
import manifest from '../package.json' with { type: 'json' };
import { addCheckCommand } from './cli/check-command.ts';
import { addDurabilityCommand } from './cli/durability-command.ts';
import { ExitStatus, UsageError } from './cli/exit-status.ts';
import { addExplainCommand } from './cli/explain-command.ts';
import { addExportCommand } from './cli/export-command.ts';
import { addImportCommand } from './cli/import-command.ts';
import { addLspCommand } from './cli/lsp-command.ts';
import { addSimulateCommand } from './cli/simulate-command.ts';
import { addTopologyCommand } from './cli/topology-command.ts';

const program = new Command('aurora-blueprint')
  .description('Checks, draws and plays Amazon Aurora cluster designs.')
  .version(manifest.version)
  .exitOverride()
  .showHelpAfterError('(aurora-blueprint --help lists the commands)');

addCheckCommand(program, new URL('.', import.meta.url));
addSimulateCommand(program);
addDurabilityCommand(program);
addTopologyCommand(program);
addExportCommand(program);
addImportCommand(program);
addExplainCommand(program);
addLspCommand(program);

// Whoever reads a pipe may have read enough, as `head` has.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? ExitStatus.clean : ExitStatus.usage;
  } else if (error instanceof UsageError) {
    process.stderr.write(`aurora-blueprint: ${error.message}\n`);
    process.exitCode = ExitStatus.usage;
  } else {
    throw error;
  }
}
