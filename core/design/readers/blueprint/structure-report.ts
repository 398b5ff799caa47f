import type { Finding, Fix } from '../../../rules/finding.ts';
import { isSlipFor, nearestName } from '../../../text/nearest-name.ts';
import type { Range, TextEdit } from '../../../text/range.ts';
import type { ObjectShape, Properties, ScalarShape, Shape } from '../../format/shape.ts';
import { formatPath, type Path } from '../../path.ts';
import { repairOf } from './repair.ts';
import { structureRules } from './structure-rules.ts';
import { adviceForKey, nameOfGroup } from './unknown-key.ts';

/** Most findings about the form of one document; whoever has more has another problem. */
export const mostFindings = 500;

/** A place in the text at which something is wrong. */
export interface Spot {
  readonly path: Path;
  readonly range: Range;
  /** Whether the value is written just here, and not through an alias or a merge key. */
  readonly isOwn: boolean;
}

/** Collects what is wrong with the form of a blueprint, in words that say what to do. */
export class StructureReport {
  readonly findings: Finding[] = [];

  syntax(range: Range, message: string, fixes: readonly Fix[] = []): void {
    this.#add('syntax', { path: [], range }, message, fixes);
  }

  /** Returns the key of the group that was probably meant; `isTaken` says which keys stand there already. */
  unknownKey(
    root: Shape,
    shape: ObjectShape<Properties>,
    spot: Spot,
    isTaken: (key: string) => boolean,
  ): string | undefined {
    const key = `${spot.path.at(-1)}`;
    const group = spot.path.length === 1 ? `a ${fileOf(shape)}` : nameOfGroup(spot.path.slice(0, -1));
    const { meant, owner, isCertain = false } = adviceForKey(root, shape, spot.path);
    const advice = owner === undefined ? didYouMean(meant) : ` It belongs to ${owner}.`;
    const fixes = meant === undefined || isTaken(meant) ? [] : replaceBy(spot, meant, 'Rename to', isCertain);
    this.#add('unknownKey', spot, `${key} is not a property of ${group}.${advice}`, fixes);
    return meant;
  }

  duplicateKey(spot: Spot, edits: readonly TextEdit[]): void {
    const key = `${spot.path.at(-1)}`;
    const fixes = [{ title: `Remove the second ${key}`, edits }];
    this.#add('duplicateKey', spot, `${key} stands twice; the first one counts. Remove one.`, fixes);
  }

  missingKey(shape: ObjectShape<Properties>, spot: Spot, fixes: readonly Fix[]): void {
    const key = `${spot.path.at(-1)}`;
    const group = spot.path.length === 1 ? `A ${fileOf(shape)}` : capitalised(nameOfGroup(spot.path.slice(0, -1)));
    this.#add('missing', spot, `${group} needs ${key}: ${shape.properties[key]?.documentation.summary ?? ''}`, fixes);
  }

  missingValue(shape: ScalarShape<unknown>, spot: Spot, fixes: readonly Fix[]): void {
    this.#add('missing', spot, `${nameOfGroup(spot.path)} has no value: write ${shape.expected}.`, fixes);
  }

  /** `written` is the scalar that stands there, when it is one. */
  wrongType(shape: Shape, spot: Spot, written: string | undefined): void {
    const name = nameOfGroup(spot.path);
    if (spot.path.length === 0) {
      this.#add('wrongType', spot, `A ${fileOf(shape)} is written as lines of "key: value"${firstLineOf(shape)}.`);
    } else if (shape.kind === 'list') {
      const advice = written === undefined ? 'begin each item with "- "' : `write [${written}], or an item a line`;
      const fixes = written === undefined ? [] : replaceBy(spot, `[${written}]`, 'Replace by', true);
      this.#add('wrongType', spot, `${name} is a list: ${advice}.`, fixes);
    } else if (shape.kind === 'scalar') {
      const meant = written === undefined ? undefined : repairOf(shape, written);
      const found = written === undefined ? 'this is a group' : `${quoted(written)} is not`;
      const advice = meant === undefined ? '' : ` Write ${meant.yaml}.`;
      const fixes = meant === undefined ? [] : replaceBy(spot, meant.yaml, 'Replace by', !meant.isGuess);
      this.#add('wrongType', spot, `${name} is ${shape.expected}; ${found}.${advice}`, fixes);
    } else {
      this.#add('wrongType', spot, `${name} is a group: write its keys below it, as lines of "key: value".`);
    }
  }

  unknownWord(shape: ScalarShape<unknown>, spot: Spot, word: string): void {
    const choices = shape.choices ?? [];
    const meant = nearestName(word, choices);
    const message = `${nameOfGroup(spot.path)} is ${shape.expected}; ${quoted(word)} is not.${didYouMean(meant)}`;
    const fixes = meant === undefined ? [] : replaceBy(spot, meant, 'Replace by', isSlipFor(meant, word, choices));
    this.#add('unknownWord', spot, message, fixes);
  }

  #add(
    rule: keyof typeof structureRules,
    { path, range }: Pick<Spot, 'path' | 'range'>,
    message: string,
    fixes: readonly Fix[] = [],
  ): void {
    if (this.findings.length >= mostFindings) return;
    const { id, severity } = structureRules[rule];
    this.findings.push({ rule: id, severity, message, path: formatPath(path), range, fixes });
  }
}

/** What people call a file of a shape that is the whole of one. */
function fileOf({ documentation: { file = 'blueprint' } }: Shape): string {
  return file;
}

function firstLineOf(shape: Shape): string {
  const [key] = shape.kind === 'object' ? shape.required : [];
  const example = shape.kind === 'object' && key !== undefined && shape.properties[key]?.documentation.example;
  return example ? `; it begins with "${key}: ${example}"` : '';
}

function didYouMean(meant: string | undefined): string {
  return meant === undefined ? '' : ` Did you mean ${meant}?`;
}

/** The fix that writes `meant` in place of what stands at a spot. */
function replaceBy({ range, isOwn }: Spot, meant: string, verb: string, isSafe: boolean): readonly Fix[] {
  return isOwn ? [{ title: `${verb} ${meant}`, edits: [{ range, newText: meant }], isSafe }] : [];
}

/** A value as a message shows it: on one line, and not too long. */
function quoted(written: string): string {
  return JSON.stringify(written.length > 60 ? `${written.slice(0, 60)}…` : written);
}

function capitalised(name: string): string {
  return name.startsWith('item ') ? `I${name.slice(1)}` : name;
}
