import { type Alias, isAlias, isNode, type Node, visit } from 'yaml';
import { nearestName } from '../../../text/nearest-name.ts';
import { noBlocks, type ParsedBlocks, parseDocuments, type YamlDocument } from '../yaml/parse-documents.ts';
import { type SyntaxProblem, syntaxProblems } from './syntax-problems.ts';

/** Longest text that is read, in UTF-16 units: several thousand lines. */
export const longestText = 256 * 1024;

/** Most documents that one text may hold. */
export const mostDocuments = 50;

/** One YAML document with the targets of its aliases. */
export interface ParsedDocument {
  readonly document: YamlDocument;
  /** What each alias stands for: the last anchor of that name before it. */
  readonly aliasTargets: ReadonlyMap<Node, Node>;
  /** Whether part of the text could not be read, so that what seems to be absent may only be hidden. */
  readonly isBroken: boolean;
}

export interface ParsedText {
  readonly documents: readonly ParsedDocument[];
  /** What is no YAML; found out when it is asked for. */
  readonly problems: () => readonly SyntaxProblem[];
  /** For parsing the next version of the text. */
  readonly blocks: ParsedBlocks;
}

/**
 * Parses YAML into documents. Broken text gives what can be understood of it, and the problems. `known` are the blocks
 * of the version of the text before this one.
 */
export function parseYaml(text: string, known?: ParsedBlocks): ParsedText {
  if (text.length > longestText) {
    const size = Math.round(text.length / 1024);
    return unreadable(
      text,
      `This file has ${size} KiB; blueprints are read up to ${longestText / 1024} KiB. Split the design.`,
    );
  }
  if (text.includes('\0')) {
    return unreadable(text, 'This file holds bytes that are no text. A blueprint is a YAML file in UTF-8.');
  }
  try {
    return parseText(text, known);
  } catch (error) {
    // The YAML library gives up on some texts, such as brackets nested thousands deep.
    const reason = error instanceof Error ? error.message : String(error);
    return unreadable(text, `This YAML cannot be read (${reason}). Simplify it.`);
  }
}

function unreadable(text: string, message: string): ParsedText {
  return {
    documents: [],
    problems: () => [{ range: { start: 0, end: Math.min(text.length, 1) }, message }],
    blocks: noBlocks,
  };
}

const options = { logLevel: 'silent', prettyErrors: false, uniqueKeys: false, merge: false } as const;

function parseText(text: string, known: ParsedBlocks | undefined): ParsedText {
  const { documents: parsed, blocks } = parseDocuments(text, options, known);
  const documents: ParsedDocument[] = [];
  const problems: (() => readonly SyntaxProblem[])[] = [];
  for (const document of parsed.slice(0, mostDocuments)) {
    const { targets, unresolved } = resolveAliases(text, document);
    documents.push({ document, aliasTargets: targets, isBroken: document.errors.length > 0 });
    problems.push(() => [...syntaxProblems(text, document), ...unresolved]);
  }
  const tooMuch = parsed[mostDocuments]?.range[0];
  if (tooMuch !== undefined) {
    const message = `A file holds at most ${mostDocuments} designs; what follows is not read. Split the file.`;
    problems.push(() => [{ range: { start: tooMuch, end: tooMuch + 1 }, message }]);
  }
  return { documents, problems: () => problems.flatMap((found) => found()), blocks };
}

function resolveAliases(text: string, { contents }: YamlDocument) {
  const targets = new Map<Node, Node>();
  const anchors = new Map<string, Node>();
  const unresolved: SyntaxProblem[] = [];
  if (!text.includes('*')) return { targets, unresolved };
  visit(contents, (_key, node) => {
    if (!isNode(node)) return;
    if (isAlias(node)) {
      const target = anchors.get(node.source);
      if (target !== undefined) targets.set(node, target);
      else unresolved.push(unknownAlias(node, [...anchors.keys()]));
    } else if ('anchor' in node && typeof node.anchor === 'string') {
      anchors.set(node.anchor, node);
    }
  });
  return { targets, unresolved };
}

function unknownAlias(alias: Alias, anchors: readonly string[]): SyntaxProblem {
  const [start = 0, end = 0] = alias.range ?? [];
  const range = { start, end };
  const meant = nearestName(alias.source, anchors);
  const message = `Nothing above is marked &${alias.source}, so *${alias.source} stands for nothing.`;
  if (meant === undefined) return { range, message: `${message} Write the value itself, or mark it.` };
  const fixes = [{ title: `Replace by *${meant}`, edits: [{ range, newText: `*${meant}` }] }];
  return { range, message: `${message} Did you mean *${meant}?`, fixes };
}
