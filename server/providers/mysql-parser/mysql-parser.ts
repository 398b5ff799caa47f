import { Worker } from 'node:worker_threads';
import type { MysqlOpinion, ParseRequest, WorkerMessage } from './opinion.ts';

/** Statements longer than this, in UTF-16 units, are not asked about. */
const longestStatement = 20_000;

export interface MysqlParserOptions {
  /** File of the bundled worker. */
  readonly worker: string | URL;
  /** How long the parser may work on one statement, in milliseconds; 200 when left out. */
  readonly limitMs?: number;
}

/**
 * Asks node-sql-parser about MySQL statements, in a worker thread that starts with the first question and is ended when
 * a statement takes it too long. Statements are asked one after the other.
 */
export class MysqlParser {
  readonly #options: Required<MysqlParserOptions>;
  #worker: Promise<Worker | undefined> | undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor({ worker, limitMs = 200 }: MysqlParserOptions) {
    this.#options = { worker, limitMs };
  }

  /** What node-sql-parser says of one statement, without its delimiter. Never rejects. */
  opinion(statement: string): Promise<MysqlOpinion> {
    if (statement.length > longestStatement) return Promise.resolve({ unknown: 'too long to ask' });
    const opinion = this.#last.then(() => this.#ask(statement));
    this.#last = opinion;
    return opinion;
  }

  /** Ends the worker; a later question starts another. */
  async close(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    await (await worker)?.terminate();
  }

  async #ask(statement: string): Promise<MysqlOpinion> {
    this.#worker ??= startWorker(this.#options.worker);
    const worker = await this.#worker;
    if (worker === undefined) return { unknown: 'could not start' };
    const opinion = await answer(worker, { statement }, this.#options.limitMs);
    if ('unknown' in opinion) await this.close();
    return opinion;
  }
}

/**
 * Starts the worker and waits until it has loaded the parser, which the limit does not count; undefined when it ends
 * before that.
 */
function startWorker(file: string | URL): Promise<Worker | undefined> {
  return new Promise((resolve) => {
    const worker = new Worker(file, { resourceLimits: { maxOldGenerationSizeMb: 256 } });
    const ended = () => resolve(undefined);
    // Stays for good: a worker that runs out of memory says so here, and by its exit to whoever waits for an opinion.
    worker.on('error', ended);
    worker.once('exit', ended);
    worker.once('message', () => {
      worker.unref();
      resolve(worker);
    });
  });
}

function answer(worker: Worker, request: ParseRequest, limitMs: number): Promise<MysqlOpinion> {
  return new Promise((resolve) => {
    const finish = (opinion: MysqlOpinion) => {
      clearTimeout(timer);
      worker.off('message', onMessage);
      worker.off('exit', onExit);
      worker.unref();
      resolve(opinion);
    };
    const onMessage = (message: WorkerMessage) => {
      if (message.kind === 'opinion') finish(message.opinion);
    };
    const onExit = () => finish({ unknown: 'failed' });
    const timer = setTimeout(() => finish({ unknown: 'took too long' }), limitMs);
    worker.on('message', onMessage);
    worker.on('exit', onExit);
    worker.ref();
    worker.postMessage(request);
  });
}
