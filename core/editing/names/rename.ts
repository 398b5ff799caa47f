import type { TextEdit } from '../../text/range.ts';
import { kindWords } from './kind-words.ts';
import { declarationsOf, type Name, type NameIndex, type NameKind } from './name.ts';
import { newNameFault } from './new-name-fault.ts';
import { writeName } from './written-name.ts';

/** Why a name stays as it is, as a sentence that says what to do. */
export interface Refusal {
  readonly problem: string;
}

/** The edits that give a name another text wherever it is written, or why that cannot be. */
export function rename(index: NameIndex, name: Name, newName: string): readonly TextEdit[] | Refusal {
  const problem = renameObstacle(name) ?? newNameFault(name.kind, newName) ?? clash(index, name, newName);
  return problem === undefined ? renameMentions(name, newName) : { problem };
}

/** The edits that write a new name, sound as it is, in the place of every mention; or why one of them cannot be. */
export function renameMentions(name: Name, newName: string): readonly TextEdit[] | Refusal {
  if (hasFixedMention(name)) return { problem: notInPlace(name.text) };
  return name.mentions.flatMap((mention) => {
    const newText = writeName(newName, mention);
    return newText === undefined ? [] : [{ range: mention.range, newText }];
  });
}

function hasFixedMention({ mentions }: Name): boolean {
  return mentions.some(({ writing }) => writing === 'fixed');
}

function notInPlace(text: string): string {
  return `${text} is written over several lines, with escapes, or with a quote that is still open. Write it in plain quotes on one line first.`;
}

export function isRefusal(result: object): result is Refusal {
  return 'problem' in result;
}

/** Why another name cannot be given to a thing, as a sentence that says what to do; undefined when it can. */
export function renameObstacle(name: Name): string | undefined {
  const { kind, text, obstacle } = name;
  if (kind === 'region' || kind === 'availabilityZone') {
    return `${text} is the name that AWS gives to the ${kindWords[kind]}. Write another one where it is meant.`;
  }
  if (declarationsOf(name).length === 0) return `Nothing in this file declares ${text}, so there is nothing to rename.`;
  return hasFixedMention(name) ? notInPlace(text) : obstacle;
}

/** Kinds that share their names: Ref means a parameter or a resource. */
function familyOf(kind: NameKind): NameKind {
  return kind === 'parameter' ? 'resource' : kind;
}

/** Kinds of which AWS keeps names in lower case. */
const kindsWithoutCase: ReadonlySet<NameKind> = new Set([
  'instance',
  'cluster',
  'globalDatabase',
  'endpoint',
  'snapshot',
  'parameterGroup',
  'subnetGroup',
]);

function clash({ names }: NameIndex, name: Name, newName: string): string | undefined {
  const spelling = (text: string) => (kindsWithoutCase.has(name.kind) ? text.toLowerCase() : text);
  const taken = names.find(
    (other) =>
      other !== name &&
      other.scope === name.scope &&
      familyOf(other.kind) === familyOf(name.kind) &&
      spelling(other.text) === spelling(newName) &&
      declarationsOf(other).length > 0,
  );
  if (taken === undefined) return undefined;
  return `Another ${kindWords[taken.kind]} is named ${taken.text} already${taken.text === newName ? '' : '; case does not count'}. Choose another name.`;
}
