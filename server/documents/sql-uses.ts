import { statSync } from 'node:fs';
import { analyzeSql } from '@aurora-blueprint/core/sql/analyze.ts';
import { mentionsAuroraMl } from '@aurora-blueprint/core/sql/mentions-aurora-ml.ts';
import { type ServiceUse, serviceUsesOf } from '@aurora-blueprint/core/sql/service-uses.ts';
import { shiftRange } from '@aurora-blueprint/core/sql/shift-finding.ts';
import type { StatementAnalysis } from '@aurora-blueprint/core/sql/statement-analysis.ts';
import { LineIndex } from '@aurora-blueprint/core/text/line-index.ts';
import type { Range } from 'vscode-languageserver';
import { toProtocolRange } from '../protocol-ranges.ts';
import type { SqlFileAnalysis } from './analysis.ts';
import type { DesignInFile } from './design-in-file.ts';
import type { SqlFiles } from './sql-files.ts';
import { textOfFile } from './text-of-file.ts';

/** A statement of a file that needs a role of the design which governs it, with each place that does. */
export interface UsingStatement {
  readonly path: string;
  readonly uses: readonly (Pick<ServiceUse, 'service' | 'target'> & { readonly range: Range })[];
}

interface KnownUses {
  readonly version: number;
  readonly declaredElsewhere: unknown;
  readonly using: readonly UsingStatement[];
}

export interface SqlUsesOptions {
  readonly sqlFiles: SqlFiles;
  /** What is known of an open file; undefined for one that is not open. */
  readonly analysisOf: (path: string) => { readonly analysis: SqlFileAnalysis | undefined } | undefined;
}

/** Which statements need the roles of a design. Of files on disk it is known until they change, or what they rest on. */
export class SqlUses {
  readonly #options: SqlUsesOptions;
  readonly #ofAnalysis = new WeakMap<SqlFileAnalysis, readonly UsingStatement[]>();
  readonly #onDisk = new Map<string, KnownUses>();

  constructor(options: SqlUsesOptions) {
    this.#options = options;
  }

  /** The statements under a design, file by file; undefined where it governs no SQL. Whoever looks has looked at the files. */
  *of(design: Pick<DesignInFile, 'path' | 'name'>): Generator<undefined, readonly UsingStatement[] | undefined> {
    const paths = this.#options.sqlFiles.governedBy(design);
    const using: UsingStatement[] = [];
    for (const path of paths) {
      using.push(...this.#in(path));
      yield;
    }
    return paths.length === 0 ? undefined : using;
  }

  #in(path: string): readonly UsingStatement[] {
    const open = this.#options.analysisOf(path);
    if (open === undefined) return this.#inFile(path);
    if (open.analysis === undefined) return [];
    const { text, sql } = open.analysis;
    const known = this.#ofAnalysis.get(open.analysis) ?? usingStatements(path, text, sql.statements);
    this.#ofAnalysis.set(open.analysis, known);
    return known;
  }

  #inFile(path: string): readonly UsingStatement[] {
    const { sqlFiles } = this.#options;
    const membership = sqlFiles.membershipOf(path);
    const version = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
    if (membership === undefined || version === undefined) return [];
    const { dialect } = membership;
    const declaredElsewhere = sqlFiles.declaredElsewhere(path, membership);
    const known = this.#onDisk.get(path);
    if (known?.version === version && known.declaredElsewhere === declaredElsewhere) return known.using;
    const text = textOfFile(path) ?? '';
    const isOurs = mentionsAuroraMl(text) || sqlFiles.namesFunction(text);
    const statements = isOurs ? analyzeSql(text, { dialect, declaredElsewhere }, undefined, []).statements : [];
    const using = usingStatements(path, text, statements);
    this.#onDisk.set(path, { version, declaredElsewhere, using });
    return using;
  }
}

function usingStatements(
  path: string,
  text: string,
  statements: readonly StatementAnalysis[],
): readonly UsingStatement[] {
  const lines = new LineIndex(text);
  return statements.flatMap((statement) => {
    const uses = serviceUsesOf(statement).map(({ service, target, range }) => {
      return { service, target, range: toProtocolRange(lines, shiftRange(range, statement.offset)) };
    });
    return uses.length === 0 ? [] : { path, uses };
  });
}
