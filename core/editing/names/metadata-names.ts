import { isMap, type Node } from 'yaml';
import { blueprintShape } from '../../design/format/blueprint.ts';
import { NodeReader } from '../../design/readers/blueprint/node-reader.ts';
import type { YamlDocument } from '../../design/readers/yaml/parse-documents.ts';
import { nameOf } from './blueprint-names.ts';
import { designNames } from './design-names.ts';
import { DesignPlaces } from './design-places.ts';
import type { Name } from './name.ts';
import { under } from './template-syntax-node.ts';
import type { TemplateTable } from './template-table.ts';

/**
 * The names in `Metadata.AuroraBlueprint`, which speaks of a template in the words of a blueprint. Those that mean a
 * database that a resource declares are added to it; the others are returned.
 */
export function metadataNames(text: string, document: YamlDocument, table: TemplateTable): readonly Name[] {
  const metadata: Node | null = under(under(document.contents, 'Metadata'), 'AuroraBlueprint');
  if (!isMap(metadata)) return [];
  const source = {
    document: { ...document, contents: metadata as typeof document.contents },
    aliasTargets: new Map(),
    isBroken: true,
  };
  const reader = new NodeReader(text, source, blueprintShape);
  const design = reader.readDocument(blueprintShape);
  const places = [new DesignPlaces(text, { design, locator: reader.locator, source })];
  const names = designNames([design]).map((name) => nameOf(name, places));
  return names.filter((name) => {
    const declared = table.find([name.kind], name.text, { isExact: false });
    if (declared === undefined) return name.mentions.length > 0;
    for (const mention of name.mentions) declared.mentions.push({ ...mention, role: 'reference' });
    return false;
  });
}
