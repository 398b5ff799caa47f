import { loadModule } from 'libpg-query';
import { answerRequests } from '../statement-parser/answer-requests.ts';
import { opinionOn } from './opinion-on.ts';

// The entry of the worker thread in which PostgreSQL's parser runs: loading it, its first statement and very long ones
// take longer than somebody who types should wait.
void loadModule().then(() => {
  // V8 compiles what a statement needs when it is first needed: let that be now.
  opinionOn('SELECT 1');
  answerRequests(opinionOn);
});
