import { parentPort } from 'node:worker_threads';
import type { ParseRequest, ParserOpinion, WorkerMessage } from './opinion.ts';

/** Answers what the server asks of this worker thread with one parser, which is ready when this is called. */
export function answerRequests(opinionOn: (statement: string) => ParserOpinion): void {
  parentPort?.on('message', ({ statements }: ParseRequest) => {
    const opinions: ParserOpinion[] = [];
    for (const statement of statements) {
      const opinion = opinionOn(statement);
      opinions.push(opinion);
      if ('unknown' in opinion) break;
    }
    send({ kind: 'opinions', opinions });
  });
  send({ kind: 'ready' });
}

function send(message: WorkerMessage): void {
  parentPort?.postMessage(message);
}
