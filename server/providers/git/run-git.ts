import { execFile } from 'node:child_process';

/** Longest answer that is read, in bytes: more than any file that is checked. */
const longestAnswer = 16 * 1024 * 1024;

/** How git ended: its answer, or its exit status and what it said. */
export type GitAnswer =
  | { readonly ok: true; readonly output: string }
  | { readonly ok: false; readonly status: number | undefined; readonly message: string };

/** Why git has no answer. */
export class GitProblem extends Error {
  readonly reason: 'no git' | 'no repository' | 'no revision' | 'unreadable';

  constructor(reason: GitProblem['reason'], message: string) {
    super(message);
    this.reason = reason;
  }
}

/**
 * Runs git in a folder, without a shell: it asks nobody, fetches nothing, writes nothing, and speaks English. Rejects
 * with a GitProblem where there is no git.
 */
export function runGit(folder: string, args: readonly string[]): Promise<GitAnswer> {
  const call = ['-C', folder, '-c', 'protocol.allow=never', ...args];
  return new Promise((resolve, reject) => {
    execFile('git', call, { env, maxBuffer: longestAnswer, windowsHide: true }, (error, output, said) => {
      if (error === null) resolve({ ok: true, output });
      else if (error.code === 'ENOENT') reject(new GitProblem('no git', 'git is not installed, or not on the PATH.'));
      else {
        const status = typeof error.code === 'number' ? error.code : undefined;
        resolve({ ok: false, status, message: said.trim() === '' ? error.message : said.trim() });
      }
    });
  });
}

/** A hook of git names its own repository to whatever it runs; what counts is the repository of the file. */
const {
  GIT_DIR: _d,
  GIT_WORK_TREE: _w,
  GIT_COMMON_DIR: _c,
  GIT_INDEX_FILE: _i,
  GIT_PREFIX: _p,
  ...inherited
} = process.env;

const env = { ...inherited, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0', GIT_NO_LAZY_FETCH: '1', GIT_TERMINAL_PROMPT: '0' };
