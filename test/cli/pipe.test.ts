import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const cli = fileURLToPath(new URL('../../server/bin/aurora-blueprint.js', import.meta.url));

test('a reader that has read enough is no failure', async () => {
  const child = spawn(process.execPath, [cli, 'explain', '--all'], { stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.once('data', () => child.stdout.destroy());
  let said = '';
  child.stderr.on('data', (part: Buffer) => {
    said += part.toString();
  });
  const status = await new Promise((resolve) => child.once('close', resolve));
  expect(said).toBe('');
  expect(status).toBe(0);
});
