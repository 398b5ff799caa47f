import { Worker } from 'node:worker_threads';
import type { ParseRequest, ParserOpinion, WorkerMessage } from './opinion.ts';

export interface StatementParserOptions {
  /** File of the bundled worker. */
  readonly worker: string | URL;
  /** How long the parser may work on one request, in milliseconds. */
  readonly limitMs: number;
  /** How many statements one request has at most. */
  readonly atOnce: number;
  /** Statements longer than this, in UTF-16 units, are not asked about. */
  readonly longest: number;
}

/**
 * Asks a parser about statements, in a worker thread that starts with the first question and is ended when a request
 * takes it too long. Requests are answered one after the other.
 */
export class StatementParser {
  readonly #options: StatementParserOptions;
  #worker: Promise<Worker | undefined> | undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor(options: StatementParserOptions) {
    this.#options = options;
  }

  /** What the parser says of statements without their delimiters, of each in order. Never rejects. */
  async opinions(statements: readonly string[]): Promise<readonly ParserOpinion[]> {
    const { longest, atOnce } = this.#options;
    const asked = statements.filter(({ length }) => length <= longest);
    const opinions: ParserOpinion[] = [];
    while (opinions.length < asked.length) {
      const request = { statements: asked.slice(opinions.length, opinions.length + atOnce) };
      // Whoever asks meanwhile has a turn between two requests.
      const answered = this.#last.then(() => this.#ask(request));
      this.#last = answered;
      opinions.push(...(await answered));
    }
    const answers = opinions.values();
    return statements.map(({ length }) =>
      length > longest ? { unknown: 'too long to ask' } : (answers.next().value ?? { unknown: 'failed' }),
    );
  }

  /** Ends the worker; a later question starts another. */
  async close(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    await (await worker)?.terminate();
  }

  async #ask(request: ParseRequest): Promise<readonly ParserOpinion[]> {
    this.#worker ??= startWorker(this.#options.worker);
    const worker = await this.#worker;
    const none = (unknown: 'took too long' | 'failed' | 'could not start') =>
      request.statements.map(() => ({ unknown }));
    if (worker === undefined) return none('could not start');
    const answered = await answer(worker, request, this.#options.limitMs);
    const opinions = typeof answered === 'string' ? none(answered) : answered;
    if (opinions.some((opinion) => 'unknown' in opinion)) await this.close();
    return opinions;
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

function answer(
  worker: Worker,
  request: ParseRequest,
  limitMs: number,
): Promise<readonly ParserOpinion[] | 'took too long' | 'failed'> {
  return new Promise((resolve) => {
    const finish = (answered: readonly ParserOpinion[] | 'took too long' | 'failed') => {
      clearTimeout(timer);
      worker.off('message', onMessage);
      worker.off('exit', onExit);
      worker.unref();
      resolve(answered);
    };
    const onMessage = (message: WorkerMessage) => {
      if (message.kind === 'opinions') finish(message.opinions);
    };
    const onExit = () => finish('failed');
    const timer = setTimeout(() => finish('took too long'), limitMs);
    worker.on('message', onMessage);
    worker.on('exit', onExit);
    worker.ref();
    worker.postMessage(request);
  });
}
