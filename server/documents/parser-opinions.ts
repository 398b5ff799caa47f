import type { SqlDialect } from '@aurora-blueprint/core/facts/ml.ts';
import type { Finding } from '@aurora-blueprint/core/rules/finding.ts';
import { inOrder } from '@aurora-blueprint/core/sql/run-sql-rules.ts';
import type { ParserOpinion } from '../providers/statement-parser/opinion.ts';
import type { StatementParser } from '../providers/statement-parser/statement-parser.ts';
import { isInTime } from '../turns.ts';
import type { SqlFileAnalysis } from './analysis.ts';
import { RecentlyUsed } from './recently-used.ts';

/** How each parser is asked. node-sql-parser never ends with some input; PostgreSQL's needs time only for long statements. */
const parsers = {
  mysql: { worker: 'mysql-worker.cjs', limitMs: 200, atOnce: 1, longest: 20_000 },
  postgresql: { worker: 'postgres-worker.cjs', limitMs: 10_000, atOnce: 100, longest: 1_000_000 },
} as const;

/** Statements whose opinions are kept, in UTF-16 units. */
const mostRemembered = 4_000_000;

/** How long somebody waits for answers, in milliseconds: so an error that stands does not go out with every sign typed. */
const longestWait = 20;

/** Answers that are awaited for a document. */
interface Hearing {
  readonly answered: Promise<void>;
  /** Whether somebody has stopped waiting for them. */
  isLate: boolean;
}

/** What the parsers of both dialects say of statements, asked once for each text and remembered by it. */
export class ParserOpinions {
  readonly #bundles: URL;
  readonly #opinions = {
    mysql: new RecentlyUsed<ParserOpinion>(mostRemembered),
    postgresql: new RecentlyUsed<ParserOpinion>(mostRemembered),
  };
  readonly #parsers = new Map<SqlDialect, Promise<StatementParser>>();
  /** By document. */
  readonly #hearings = new Map<string, Hearing>();
  #onNews: (uri: string) => void = () => {};

  /** `bundles` is the folder in which the workers of the parsers lie. */
  constructor(bundles: URL) {
    this.#bundles = bundles;
  }

  /** The findings of an SQL file, with what is known by now of its syntax. */
  findingsOn({ dialect, sql, syntax }: SqlFileAnalysis): readonly Finding[] {
    const opinions = this.#opinions[dialect];
    const known = syntax.findings((question) => {
      const opinion = opinions.get(question);
      return opinion !== undefined && 'ok' in opinion && !opinion.ok ? opinion : undefined;
    });
    return [...sql.findings, ...known].sort(inOrder);
  }

  /** Asks what is not known of the syntax of an SQL file, and waits for all of it. Never rejects. */
  async ask({ dialect, syntax }: SqlFileAnalysis): Promise<void> {
    const opinions = this.#opinions[dialect];
    const unknown = [...new Set(syntax.questions.filter((question) => opinions.get(question) === undefined))];
    if (unknown.length > 0) await this.#askParser(dialect, unknown);
  }

  /**
   * The same for a document that somebody may be editing: it waits a moment for the answers; when they come later, those
   * who asked for news are called back. Meanwhile nothing else is asked about that document.
   */
  async hear(uri: string, analysis: SqlFileAnalysis): Promise<void> {
    for (let hearing = this.#hearings.get(uri); hearing !== undefined; hearing = this.#hearings.get(uri)) {
      if (!(await isHeardInTime(hearing))) return;
    }
    const answered = this.ask(analysis).finally(() => {
      this.#hearings.delete(uri);
      if (hearing.isLate) this.#onNews(uri);
    });
    const hearing: Hearing = { answered, isLate: false };
    this.#hearings.set(uri, hearing);
    await isHeardInTime(hearing);
  }

  /** Calls back when answers have come later than anybody waited for them. */
  onNews(listener: (uri: string) => void): void {
    this.#onNews = listener;
  }

  /** Ends the workers. */
  async close(): Promise<void> {
    await Promise.all([...this.#parsers.values()].map(async (parser) => (await parser).close()));
  }

  async #askParser(dialect: SqlDialect, questions: readonly string[]): Promise<void> {
    const parser = this.#parsers.get(dialect) ?? this.#start(dialect);
    this.#parsers.set(dialect, parser);
    const opinions = await (await parser).opinions(questions);
    for (const [index, question] of questions.entries()) {
      const opinion = opinions[index];
      if (opinion !== undefined) this.#opinions[dialect].set(question, opinion);
    }
  }

  async #start(dialect: SqlDialect): Promise<StatementParser> {
    const { StatementParser } = await import('../providers/statement-parser/statement-parser.ts');
    const { worker, ...limits } = parsers[dialect];
    return new StatementParser({ worker: new URL(worker, this.#bundles), ...limits });
  }
}

async function isHeardInTime(hearing: Hearing): Promise<boolean> {
  if (await isInTime(hearing.answered, longestWait)) return true;
  hearing.isLate = true;
  return false;
}
