import { isMap, isScalar, isSeq, Pair, YAMLMap, YAMLSeq } from 'yaml';
import type { Design } from '../design/design.ts';
import { blueprintShape } from '../design/format/blueprint.ts';
import type { Path } from '../design/path.ts';
import { NodeReader } from '../design/readers/blueprint/node-reader.ts';
import type { ParsedDocument } from '../design/readers/blueprint/parse.ts';

/**
 * The design around the place at `path`. Of the scenarios, which fill most of a long blueprint, only the one that holds
 * the place is read: nothing else depends on another scenario.
 */
export function designAround(text: string, source: ParsedDocument, path: Path): Design {
  const { contents } = source.document;
  const around = isMap(contents)
    ? { ...source, document: { ...source.document, contents: pruned(contents, path) } }
    : source;
  return new NodeReader(text, around as ParsedDocument, blueprintShape).readDocument(blueprintShape);
}

function pruned(contents: YAMLMap, [key, index]: Path): YAMLMap {
  const items = contents.items.map((pair) => {
    const { value } = pair;
    if (!isScalar(pair.key) || pair.key.value !== 'scenarios' || !isSeq(value)) return pair;
    const kept = value.items.map((item, at) => (key === 'scenarios' && at === index ? item : null));
    return new Pair(pair.key, Object.assign(new YAMLSeq(), value, { items: kept }));
  });
  return Object.assign(new YAMLMap(), contents, { items });
}
