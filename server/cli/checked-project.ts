import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { DesignLookUp } from '@aurora-blueprint/core/design/readers/scenario-file.ts';
import { Steps } from '@aurora-blueprint/core/steps.ts';
import type { SqlFile } from '../documents/analyze-sql-file.ts';
import { DesignFiles } from '../documents/design-files.ts';
import { countsOf, hasRoles } from '../documents/design-uses.ts';
import { designsBeside } from '../documents/scenario-designs.ts';
import { SqlFiles } from '../documents/sql-files.ts';
import { SqlUses } from '../documents/sql-uses.ts';
import { WorkspaceFiles } from '../documents/workspace-files.ts';
import type { SyntaxErrors } from '../settings.ts';

/** The files around those that are checked: the designs that govern SQL, and the SQL below the working folder. */
export class CheckedProject {
  readonly #root = process.cwd();
  readonly #designs = new DesignFiles();
  readonly #sqlFiles: SqlFiles;
  readonly #sqlUses: SqlUses;
  readonly #syntaxErrors: SyntaxErrors;

  /** `files` are those that are checked. */
  constructor(files: readonly string[], syntaxErrors: SyntaxErrors) {
    this.#syntaxErrors = syntaxErrors;
    this.#sqlFiles = new SqlFiles({
      workspaceFiles: new WorkspaceFiles(() => [pathToFileURL(this.#root).href]),
      openPaths: () => files.map((file) => resolve(file)),
      open: () => undefined,
      fileOf: (path, text) => this.#fileOf(path, text),
      onNews: () => undefined,
    });
    this.#sqlUses = new SqlUses({ sqlFiles: this.#sqlFiles, analysisOf: () => undefined });
  }

  /** An SQL text with what decides its dialect, its design, and what belongs together with it. */
  sqlFile(file: string, text: string): SqlFile {
    this.#sqlFiles.looking.result;
    return this.#fileOf(resolve(file), text);
  }

  /** The services that SQL below the working folder calls under a design of a file; undefined for one without SQL. */
  calledServices(file: string, design: number): ReadonlySet<string> | undefined {
    const governing = this.#designs.of(resolve(file))[design];
    if (governing === undefined || !hasRoles(governing)) return undefined;
    this.#sqlFiles.looking.result;
    const counts = countsOf(new Steps(this.#sqlUses.of(governing)).result);
    return counts && new Set(counts.keys());
  }

  /** The designs that a scenario file can name. */
  designsBeside(file: string): DesignLookUp {
    return designsBeside(resolve(file), this.#designs);
  }

  #fileOf(path: string, text: string): SqlFile {
    const settings = { dialect: undefined, design: undefined, syntaxErrors: this.#syntaxErrors };
    return { text, path, settings, root: this.#root, designs: this.#designs, related: this.#sqlFiles };
  }
}
