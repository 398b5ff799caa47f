import type { Finding } from '@aurora-blueprint/core/rules/finding.ts';
import { isWorthASecondOpinion, secondOpinionFinding } from '@aurora-blueprint/core/sql/rules/mym900-second-opinion.ts';
import type { MysqlParser } from '../providers/mysql-parser/mysql-parser.ts';
import type { MysqlOpinion } from '../providers/mysql-parser/opinion.ts';
import type { SqlFileAnalysis } from './analysis.ts';

/** Statements whose opinion is kept. */
const mostRemembered = 1000;

/** What a general MySQL parser says of the statements of a file. Nobody waits for it: its hints come when they are there. */
export class SecondOpinions {
  readonly #workerFile: URL;
  readonly #opinions = new Map<string, MysqlOpinion | 'asked'>();
  #parser: Promise<MysqlParser> | undefined;

  constructor(workerFile: URL) {
    this.#workerFile = workerFile;
  }

  /** The hints that are known by now; `onNews` is called when there are more. */
  hintsOn({ dialect, sql }: SqlFileAnalysis, onNews: () => void): readonly Finding[] {
    if (dialect !== 'mysql') return [];
    return sql.statements.filter(isWorthASecondOpinion).flatMap((statement) => {
      const written = statement.text;
      const opinion = this.#opinions.get(written);
      if (opinion === undefined) void this.#ask(written, onNews);
      const isHint = typeof opinion === 'object' && 'ok' in opinion && !opinion.ok;
      return isHint ? [secondOpinionFinding(statement, opinion.offset)] : [];
    });
  }

  async close(): Promise<void> {
    await (await this.#parser)?.close();
  }

  async #ask(statement: string, onNews: () => void): Promise<void> {
    if (this.#opinions.size >= mostRemembered) this.#opinions.clear();
    this.#opinions.set(statement, 'asked');
    this.#parser ??= this.#start();
    const opinion = await (await this.#parser).opinion(statement);
    this.#opinions.set(statement, opinion);
    if ('ok' in opinion && !opinion.ok) onNews();
  }

  async #start(): Promise<MysqlParser> {
    const { MysqlParser } = await import('../providers/mysql-parser/mysql-parser.ts');
    return new MysqlParser({ worker: this.#workerFile });
  }
}
