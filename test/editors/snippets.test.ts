import { readFileSync } from 'node:fs';
import { designRules } from '@aurora-blueprint/core/rules/table.ts';
import { expect, test } from 'vitest';
import { inNeovim } from './neovim.ts';
import { snippet, snippets } from './snippets.ts';

const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
const settings = Object.keys(manifest.contributes.configuration.properties);

/** What all editors are told: the command, and the same two settings. */
const told = {
  cmd: ['aurora-blueprint', 'lsp', '--stdio'],
  filetypes: ['yaml', 'json', 'sql'],
  settings: { auroraBlueprint: { profile: 'production', rules: { AUR103: 'off' } } },
};

test('the settings that the page names exist', () => {
  const { profile, rules: severities } = told.settings.auroraBlueprint;
  expect(settings).toEqual(expect.arrayContaining(['auroraBlueprint.profile', 'auroraBlueprint.rules']));
  expect(manifest.contributes.configuration.properties['auroraBlueprint.profile'].enum).toContain(profile);
  expect(designRules.map(({ id }) => id)).toEqual(expect.arrayContaining(Object.keys(severities)));
});

test('every editor is told the same command and settings', () => {
  const editors = [...snippets('lua'), ...snippets('toml'), ...snippets('elisp')];
  expect(editors).toHaveLength(4);
  for (const code of editors) {
    for (const word of [...told.cmd, 'auroraBlueprint', 'profile', 'production', 'AUR103'])
      expect(code).toContain(word);
  }
});

test('what Neovim 0.11 is told is a configuration of the server', async () => {
  const configured = await inNeovim({
    init: `configured = {}
      vim.lsp.config = function(name, config) configured = { name = name, config = config } end
      vim.lsp.enable = function(name) configured.enabled = name end
      ${snippet('lua', 'Neovim 0.11')}`,
    files: { 'a.txt': '' },
    steps: 'return configured',
  });
  expect(configured).toEqual({
    name: 'aurora-blueprint',
    enabled: 'aurora-blueprint',
    config: { ...told, root_markers: ['.git'] },
  });
});
