import { expect, test } from 'vitest';
import { makeFolder } from './folder.ts';
import { runCli } from './run-cli.ts';

const folder = makeFolder({
  'wrong.sql': "SELECT aws_comprehend.detect_sentiment('😀', 'en') FRM t WHERE a;\nSELECT 1;\nSELECT 2 FROM;\n",
  'wrong.mysql.sql': "SELECT aws_comprehend_detect_sentiment(CONCAT(a, 'en') FROM t;\nSELECT 1;\n",
  'doubtful.mysql.sql': "SELECT aws_comprehend_detect_sentiment(a, 'en') FROM t WHERE ORDER BY a;\n",
  'plain.sql': 'SELEC 1;\n',
  'ignored.sql':
    "-- aurora-ignore PGM900: read by another tool first\nSELECT aws_comprehend.detect_sentiment(a, 'en') FRM t WHERE a;\n",
  'fixable.sql': "SELECT aws_comprehend.detect_sentiment('fine', 'EN') FRM t WHERE a;\n",
});

function check(...args: readonly string[]) {
  const { status, stdout } = runCli(['check', '--format', 'json', ...args], folder.path);
  const { files } = JSON.parse(stdout);
  const findings = files.flatMap((file: { findings: readonly { rule: string }[] }) => file.findings);
  // Whatever other rules say of the same text.
  return { status, findings: findings.filter(({ rule }: { rule: string }) => /^(PGM|MYM)9/.test(rule)) };
}

test('PostgreSQL stops at a token, in order with the other findings, and the check fails', () => {
  expect(check('wrong.sql')).toMatchObject({
    status: 1,
    findings: [
      {
        rule: 'PGM900',
        severity: 'error',
        range: { start: { line: 0, character: 55 }, end: { line: 0, character: 56 } },
        message: expect.stringContaining('at "t"'),
      },
      { rule: 'PGM900', range: { start: { line: 2, character: 9 }, end: { line: 2, character: 13 } } },
    ],
  });
});

test('MySQL has lexical errors, and hints of a second parser', () => {
  const range = { start: { line: 0, character: 38 }, end: { line: 0, character: 39 } };
  expect(check('wrong.mysql.sql')).toMatchObject({ status: 1, findings: [{ rule: 'MYM901', range }] });
  expect(check('doubtful.mysql.sql')).toMatchObject({ status: 0, findings: [{ rule: 'MYM900', severity: 'info' }] });
});

test('other SQL is read where it is asked for, and none where it is not wanted', () => {
  expect(check('plain.sql').findings).toEqual([]);
  expect(check('plain.sql', '--syntax-errors', 'all')).toMatchObject({ status: 1, findings: [{ rule: 'PGM900' }] });
  expect(check('wrong.sql', '--syntax-errors', 'off')).toEqual({ status: 0, findings: [] });
});

test('an error is set aside by a comment, and has the severity that somebody gives it', () => {
  expect(check('ignored.sql')).toEqual({ status: 0, findings: [] });
  expect(check('wrong.sql', '--rule', 'PGM900=warning')).toMatchObject({
    status: 0,
    findings: [{ severity: 'warning' }, { severity: 'warning' }],
  });
});

test('--fix leaves them to whoever wrote the statement', () => {
  const { status, findings } = check('fixable.sql', '--fix');
  expect(status).toBe(1);
  expect(findings).toContainEqual(expect.objectContaining({ rule: 'PGM900' }));
  expect(folder.read('fixable.sql')).toContain('FRM t WHERE');
});
