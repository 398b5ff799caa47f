import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { NamedDesign } from '@aurora-blueprint/core/design/named-design.ts';
import { known } from '@aurora-blueprint/core/design/node.ts';
import type { BlueprintDocument } from '@aurora-blueprint/core/design/readers/blueprint.ts';
import type { DesignLookUp } from '@aurora-blueprint/core/design/readers/scenario-file.ts';
import { designFileOf } from '@aurora-blueprint/core/sql/dialect.ts';
import type { DesignFiles } from './design-files.ts';
import { designFile, entriesOf } from './workspace-files.ts';

/** The designs that a scenario file at a path can name; one that lies nowhere can name none. */
export function designsBeside(path: string | undefined, designs: DesignFiles): DesignLookUp {
  if (path === undefined) return { named: () => ({ missing: 'file', names: [] }), names: () => [] };
  const names = () => [...blueprintsIn(dirname(path), './'), ...blueprintsIn(dirname(dirname(path)), '../')];
  return { named: (name) => findDesign(path, name, designs, names), names };
}

/** The file that a document of a scenario file names; undefined where it names none. */
export function designPathOf(path: string | undefined, { beside }: BlueprintDocument): string | undefined {
  const name = beside && known(beside.name);
  return path === undefined || name === undefined ? undefined : pathOf(path, name);
}

function pathOf(scenarioPath: string, name: string): string {
  return resolve(dirname(scenarioPath), designFileOf(name).path);
}

function findDesign(path: string, name: string, designs: DesignFiles, names: DesignLookUp['names']): NamedDesign {
  const file = pathOf(path, name);
  const inFile = designFile.test(file) ? designs.of(file) : [];
  const { path: written, of } = designFileOf(name);
  const found = inFile.flatMap(({ name: ofDesign, design, isBroken = false }, index) =>
    design === undefined || (of !== undefined && of !== ofDesign) ? [] : [{ design, index, isBroken }],
  );
  const [design, ...others] = found;
  if (design !== undefined && others.length === 0) return design;
  const ofFile = inFile.map((one) => `${written}#${one.name}`);
  if (design !== undefined) return { missing: 'choice', names: ofFile };
  if (inFile.length > 0) return { missing: 'name', names: ofFile };
  if (!existsSync(file)) return { missing: 'file', names: names() };
  return designFile.test(file) ? { missing: 'design', names: [] } : { missing: 'blueprint', names: names() };
}

/** The blueprints of a folder, by names that lead there. */
function blueprintsIn(folder: string, way: string): readonly string[] {
  return entriesOf(folder)
    .filter((entry) => designFile.test(entry.name) && !entry.isDirectory())
    .map(({ name }) => `${way}${name}`)
    .sort();
}
