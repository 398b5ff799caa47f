import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';

/** A folder of the tests' own, gone when they are through. */
export interface Folder {
  readonly path: string;
  readonly write: (name: string, content: string | Buffer, mode?: number) => void;
  readonly read: (name: string) => string;
  readonly bytes: (name: string) => Buffer;
  readonly modeOf: (name: string) => number;
}

/** A new folder with files by their names. */
export function makeFolder(files: Readonly<Record<string, string>> = {}): Folder {
  const path = mkdtempSync(join(tmpdir(), 'aurora-cli-'));
  afterAll(() => rmSync(path, { recursive: true }));
  const write: Folder['write'] = (name, content, mode) => {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), content);
    if (mode !== undefined) chmodSync(join(path, name), mode);
  };
  for (const [name, text] of Object.entries(files)) write(name, text);
  return {
    path,
    write,
    read: (name) => readFileSync(join(path, name), 'utf8'),
    bytes: (name) => readFileSync(join(path, name)),
    modeOf: (name) => statSync(join(path, name)).mode & 0o777,
  };
}
