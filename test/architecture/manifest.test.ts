import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkout, textsOf } from './checkout-files.ts';

const manifest: unknown = JSON.parse(readFileSync(join(checkout, 'package.json'), 'utf8'));

interface Step {
  readonly id: string;
  readonly completionEvents: readonly string[];
}

/** Every text of the manifest. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

test('what the manifest names is there, but for what is built', () => {
  const files = textsIn(manifest).filter((text) => /^(\.\/)?(language|media|schemas)\//.test(text));
  expect(files.length).toBeGreaterThan(5);
  expect(files.filter((file) => !existsSync(join(checkout, file)))).toEqual([]);
});

test('every command that is used is one of ours, or of VS Code', () => {
  const { contributes } = manifest as { contributes: { commands: readonly { command: string }[] } };
  const declared = contributes.commands.map(({ command }) => command);
  const used = textsIn(manifest).flatMap((text) =>
    [...text.matchAll(/\(command:([\w.]+)(?:\?[^)]*)?\)/g)].map(([, name]) => name),
  );
  const menus = textsIn(contributes).filter((text) => /^auroraBlueprint\.\w+$/.test(text) && !declared.includes(text));
  expect(menus).toEqual([]);
  expect(used.filter((name) => !declared.includes(name ?? '') && !/^workbench\./.test(name ?? ''))).toEqual([]);
});

test('blueprints and scenario files are languages of their own, and no YAML extension is given a schema to say the same again', () => {
  const { contributes } = manifest as {
    contributes: { languages: readonly { id: string; extensions: readonly string[] }[] };
  };
  expect(contributes.languages.map(({ id, extensions }) => [id, extensions])).toEqual([
    ['aurora-blueprint', ['.aurora.yaml', '.aurora.yml']],
    ['aurora-scenarios', ['.scenario.yaml', '.scenario.yml']],
  ]);
  expect(contributes).not.toHaveProperty('yamlValidation');
});

test('every step of the walkthrough is done by one of our commands, or by what they show', () => {
  const { contributes } = manifest as { contributes: { walkthroughs: readonly { steps: readonly Step[] }[] } };
  const steps = contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps);
  const sources = textsOf(/^(client|core\/protocol)\/.*\.ts$/);
  expect(steps).toHaveLength(6);
  for (const { id, completionEvents } of steps) {
    expect(completionEvents.length, id).toBeGreaterThan(0);
    for (const event of completionEvents) {
      expect(event).toMatch(/^(onCommand|onContext):auroraBlueprint\.\w+$/);
      const name = event.slice(event.indexOf(':') + 1);
      expect(
        sources.some(({ text }) => text.includes(`'${name}'`)),
        event,
      ).toBe(true);
    }
  }
});

test('walkthrough pictures carry no styles: VS Code shows them without', () => {
  const pictures = textsOf(/^media\/walkthrough\/.*\.svg$/);
  expect(pictures).toHaveLength(6);
  expect(pictures.filter(({ text }) => /<style|style=/.test(text)).map(({ file }) => file)).toEqual([]);
});
