import type { CancellationToken } from 'vscode-languageserver';
import { nextTurnOf } from '../turns.ts';
import type { DesignFiles } from './design-files.ts';
import type { DesignInFile } from './design-in-file.ts';
import type { SqlFiles } from './sql-files.ts';
import type { SqlUses, UsingStatement } from './sql-uses.ts';

/** How long files are looked at before others have their turn, in milliseconds. */
const longestTurn = 4;

const nobodyCancels: CancellationToken = {
  isCancellationRequested: false,
  onCancellationRequested: () => ({ dispose: () => {} }),
};

export interface DesignUsesOptions {
  readonly designs: DesignFiles;
  readonly sqlFiles: SqlFiles;
  readonly sqlUses: SqlUses;
}

/** What the SQL that the designs of a file govern calls, as far as somebody has looked. */
export class DesignUses {
  readonly #options: DesignUsesOptions;
  /** By path: for each design how many statements call a service; undefined for one that governs no SQL. */
  readonly #counts = new Map<string, readonly (ReadonlyMap<string, number> | undefined)[]>();

  constructor(options: DesignUsesOptions) {
    this.#options = options;
  }

  /** Looks at the SQL that the designs of a file govern. Whether it calls something else than when somebody looked last. */
  async look(path: string, token: CancellationToken = nobodyCancels): Promise<boolean> {
    const designs = this.#options.designs.of(path);
    const before = this.#counts.get(path);
    if (!designs.some(hasRoles)) {
      this.#counts.delete(path);
      return before !== undefined;
    }
    const counts = [];
    for (const design of designs) counts.push(countsOf(await this.of(design, token)));
    this.#counts.set(path, counts);
    return JSON.stringify(counts.map(asPairs)) !== JSON.stringify(before?.map(asPairs));
  }

  /** The services that SQL calls under one of the designs of a file, as was seen last; undefined for one without SQL. */
  calledServices(path: string, design: number): ReadonlySet<string> | undefined {
    const counts = this.#counts.get(path)?.[design];
    return counts && new Set(counts.keys());
  }

  /** The statements that need roles of a design; undefined where it governs no SQL. */
  async of(
    design: Pick<DesignInFile, 'path' | 'name'>,
    token: CancellationToken = nobodyCancels,
  ): Promise<readonly UsingStatement[] | undefined> {
    await this.#options.sqlFiles.lookInTurns(token);
    const looking = this.#options.sqlUses.of(design);
    for (let end = performance.now() + longestTurn; ; ) {
      const { done, value } = looking.next();
      if (done === true) return value;
      if (performance.now() < end) continue;
      await nextTurnOf(token);
      end = performance.now() + longestTurn;
    }
  }
}

/** Whether a design has roles for machine learning. */
export function hasRoles({ design }: DesignInFile): boolean {
  return design !== undefined && design.machineLearning.items.length > 0;
}

/** How many statements call each service. */
export function countsOf(using: readonly UsingStatement[] | undefined): ReadonlyMap<string, number> | undefined {
  if (using === undefined) return undefined;
  const counts = new Map<string, number>();
  for (const { uses } of using) {
    for (const service of new Set(uses.map((use) => use.service))) counts.set(service, (counts.get(service) ?? 0) + 1);
  }
  return counts;
}

function asPairs(counts: ReadonlyMap<string, number> | undefined) {
  return counts && [...counts].sort();
}
