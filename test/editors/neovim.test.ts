import { readFileSync } from 'node:fs';
import { cluster } from '@aurora-blueprint/core/testing/blueprint-texts.ts';
import { template } from '@aurora-blueprint/core/testing/template-texts.ts';
import { describe, expect, inject, test } from 'vitest';
import { inNeovim } from './neovim.ts';
import { snippet } from './snippets.ts';

/** What people put into their init.lua: read from the page that tells them. */
const [major, minor] = inject('neovim').version;
const init = snippet('lua', major > 0 || minor >= 11 ? 'Neovim 0.11' : 'Neovim 0.7 to 0.10');

const orders = readFileSync(new URL('../../examples/orders.aurora.yaml', import.meta.url), 'utf8');

/** Does something with a file in Neovim. */
function edit<Result>(name: string, text: string, steps: string): Promise<Result> {
  return inNeovim<Result>({ init, files: { [name]: text }, steps });
}

describe('Neovim, set up as docs/editors.md says', () => {
  test('attaches to a blueprint, which it takes for YAML, with the repository as root', async () => {
    const attached = await edit(
      'orders.aurora.yaml',
      orders,
      `local client = person.client()
       return { name = client.name, filetype = vim.bo.filetype, isRoot = client.config.root_dir == vim.fn.getcwd() }`,
    );
    expect(attached).toEqual({ name: 'aurora-blueprint', filetype: 'yaml', isRoot: true });
  });

  test.each([
    ['a blueprint', 'a.aurora.yaml', cluster('  backupRetentionPeriod: 40\n'), 'AUR301'],
    ['a template', 'stack.yaml', template('      Port: 80\n'), 'AUR1002'],
    ['SQL', 'a.sql', "-- aurora: postgresql\nSELECT aws_comprehend.detect_sentiment(a, 'english');\n", 'PGM002'],
  ])('shows the diagnostics of %s', async (_, name, text, rule) => {
    const codes = await edit(
      name,
      text,
      `return person.wait_for('diagnostics', function()
         local codes = person.codes()
         return #codes > 0 and codes
       end)`,
    );
    expect(codes).toContain(rule);
  });

  test('hands its settings over: the profile and a rule that is off', async () => {
    const alone = cluster('').replace(/.*orders-b.*\n/, '');
    const codes = await edit(
      'a.aurora.yaml',
      alone,
      `return person.wait_for('diagnostics', function()
         local codes = person.codes()
         return #codes > 0 and codes
       end)`,
    );
    expect(codes).not.toContain('AUR103');
    expect(codes).toContain('AUR308');
  });

  test('sees a diagnostic go while the line is typed', async () => {
    const lines = await edit(
      'a.aurora.yaml',
      cluster('  backupRetentionPeriod: 40\n'),
      `person.wait_for('a diagnostic', function() return person.shows('AUR301') end)
       person.go_to('40')
       person.type('cw14<Esc>')
       person.wait_for('no diagnostic', function() return not person.shows('AUR301') end)
       return person.lines()`,
    );
    expect(lines).toContain('  backupRetentionPeriod: 14');
  });

  test('completes', async () => {
    const lines = await edit<string[]>(
      'a.aurora.yaml',
      cluster(''),
      `person.client()
       vim.bo.omnifunc = 'v:lua.vim.lsp.omnifunc'
       person.type('Go<Esc>0C  preferred<C-x><C-o>')
       person.wait_for('the menu', function() return vim.fn.pumvisible() == 1 end)
       person.type('<C-y><Esc>')
       person.wait_for('the line', function() return vim.fn.mode() == 'n' end)
       return person.lines()`,
    );
    expect(lines.at(-1)).toBe('  preferredBackupWindow: 03:00-03:30');
  });

  test('renames an instance everywhere', async () => {
    const lines = await edit<string[]>(
      'orders.aurora.yaml',
      orders,
      `person.client()
       person.go_to('orders-c')
       vim.lsp.buf.rename('orders-reports')
       person.wait_for('the new name', function() return vim.fn.search('orders-reports', 'n') > 0 end)
       return person.lines()`,
    );
    expect(`${lines.join('\n')}\n`).toBe(orders.replace(/\borders-c\b/g, 'orders-reports'));
  });

  test('applies a fix that a person chooses', async () => {
    const lines = await edit<string[]>(
      'a.aurora.yaml',
      cluster('  backupRetentionPeriod: 40 # long\n'),
      `person.wait_for('a diagnostic', function() return person.shows('AUR301') end)
       person.go_to('40')
       vim.ui.select = function(actions, _, choose) choose(actions[1], 1) end
       vim.lsp.buf.code_action()
       person.wait_for('no diagnostic', function() return not person.shows('AUR301') end)
       return person.lines()`,
    );
    expect(lines).toContain('  backupRetentionPeriod: 35 # long');
  });

  test('formats', async () => {
    const lines = await edit<string[]>(
      'a.aurora.yaml',
      cluster('  port:   5432\n').replace('{ id: orders-b, class', '{id: orders-b,   class'),
      `person.client()
       local format = vim.lsp.buf.format or vim.lsp.buf.formatting
       format()
       person.wait_for('even lines', function() return vim.fn.search('port: 5432', 'n') > 0 end)
       return person.lines()`,
    );
    expect(`${lines.join('\n')}\n`).toBe(cluster('  port: 5432\n'));
  });

  test('explains, and goes to where a name is declared', async () => {
    const found = await edit(
      'orders.aurora.yaml',
      orders,
      `person.client()
       person.go_to('backupRetentionPeriod')
       vim.lsp.buf.hover()
       local window = person.wait_for('the explanation', function()
         return vim.tbl_filter(function(one) return vim.api.nvim_win_get_config(one).relative ~= '' end, vim.api.nvim_list_wins())[1]
       end)
       local explanation = table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, true), ' ')
       person.go_to('promoted: orders-b')
       person.type('$')
       person.wait_for('the end of the line', function() return vim.api.nvim_win_get_cursor(0)[2] > 10 end)
       vim.lsp.buf.definition()
       local line = person.wait_for('the declaration', function()
         local line = vim.api.nvim_get_current_line()
         return line:find('class:', 1, true) and line
       end)
       return { explanation = explanation, line = line }`,
    );
    expect(found).toEqual({
      explanation: expect.stringContaining('1 to 35 days'),
      line: expect.stringContaining('id: orders-b'),
    });
  });
});
