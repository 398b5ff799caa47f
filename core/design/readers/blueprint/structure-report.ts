import type { Finding, Fix } from '../../../rules/finding.ts';
import { nearestName } from '../../../text/nearest-name.ts';
import type { Range } from '../../../text/range.ts';
import type { ObjectShape, Properties, ScalarShape, Shape } from '../../format/shape.ts';
import { formatPath, type Path } from '../../path.ts';
import { structureRules } from './structure-rules.ts';

/** Collects what is wrong with the form of a blueprint, in words that say what to do. */
export class StructureReport {
  readonly findings: Finding[] = [];

  syntax(range: Range, message: string): void {
    this.#add('syntax', [], range, message);
  }

  unknownKey(shape: ObjectShape<Properties>, path: Path, range: Range): void {
    const key = `${path.at(-1)}`;
    const owner = path.length === 1 ? 'a blueprint' : nameOf(path.slice(0, -1));
    const { advice, fixes } = didYouMean(key, Object.keys(shape.properties), range, 'Rename to');
    this.#add('unknownKey', path, range, `${key} is not a property of ${owner}.${advice}`, fixes);
  }

  duplicateKey(path: Path, range: Range): void {
    this.#add('duplicateKey', path, range, `${path.at(-1)} stands twice; the first one counts. Take one away.`);
  }

  missingKey(shape: ObjectShape<Properties>, path: Path, range: Range): void {
    const owner = path.length === 1 ? 'A blueprint' : nameOf(path.slice(0, -1)).replace(/^i/, 'I');
    const summary = shape.properties[`${path.at(-1)}`]?.documentation.summary ?? '';
    this.#add('missing', path, range, `${owner} needs ${path.at(-1)}: ${summary}`);
  }

  missingValue(shape: ScalarShape<unknown>, path: Path, range: Range): void {
    this.#add('missing', path, range, `${nameOf(path)} has no value: write ${shape.expected}.`);
  }

  wrongType(shape: Shape, path: Path, range: Range): void {
    const wanted = shape.kind === 'scalar' ? shape.expected : shape.kind === 'list' ? 'a list' : 'a mapping';
    this.#add('wrongType', path, range, `${path.length === 0 ? 'A blueprint' : nameOf(path)} is ${wanted}.`);
  }

  unknownWord(shape: ScalarShape<unknown>, word: string, path: Path, range: Range): void {
    const { advice, fixes } = didYouMean(word, shape.choices ?? [], range, 'Replace by');
    this.#add('unknownWord', path, range, `${nameOf(path)} is ${shape.expected}; "${word}" is not.${advice}`, fixes);
  }

  #add(rule: keyof typeof structureRules, path: Path, range: Range, message: string, fixes: readonly Fix[] = []): void {
    const { id, severity } = structureRules[rule];
    this.findings.push({ rule: id, severity, message, path: formatPath(path), range, fixes });
  }
}

function didYouMean(word: string, candidates: readonly string[], range: Range, verb: string) {
  const meant = nearestName(word, candidates);
  if (meant === undefined) return { advice: '', fixes: [] };
  return {
    advice: ` Did you mean ${meant}?`,
    fixes: [{ title: `${verb} ${meant}`, edits: [{ range, newText: meant }] }],
  };
}

function nameOf(path: Path): string {
  const last = path.at(-1);
  return typeof last === 'number' ? `item ${last + 1} of ${path.at(-2)}` : `${last}`;
}
