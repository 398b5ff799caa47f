import { type Alias, type Document, isAlias, isNode, type Node, parseAllDocuments, visit } from 'yaml';
import { nearestName } from '../../../text/nearest-name.ts';
import { type SyntaxProblem, syntaxProblems } from './syntax-problems.ts';

/** Longest text that is read, in UTF-16 units: several thousand lines. */
export const longestText = 256 * 1024;

/** Most documents that one text may hold. */
export const mostDocuments = 50;

/** One YAML document with the targets of its aliases. */
export interface ParsedDocument {
  readonly document: Document.Parsed;
  /** What each alias stands for: the last anchor of that name before it. */
  readonly aliasTargets: ReadonlyMap<Node, Node>;
  /** Whether part of the text could not be read, so that what seems to be absent may only be hidden. */
  readonly isBroken: boolean;
}

export interface ParsedText {
  readonly documents: readonly ParsedDocument[];
  readonly problems: readonly SyntaxProblem[];
}

/** Parses YAML into documents. Broken text gives what can be understood of it, and the problems. */
export function parseYaml(text: string): ParsedText {
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
    return parseText(text);
  } catch (error) {
    // The YAML library gives up on some texts, such as brackets nested thousands deep.
    const reason = error instanceof Error ? error.message : String(error);
    return unreadable(text, `This YAML cannot be read (${reason}). Simplify it.`);
  }
}

function unreadable(text: string, message: string): ParsedText {
  return { documents: [], problems: [{ range: { start: 0, end: Math.min(text.length, 1) }, message }] };
}

function parseText(text: string): ParsedText {
  const parsed = parseAllDocuments(text, { logLevel: 'silent', prettyErrors: false, uniqueKeys: false, merge: false });
  const documents: ParsedDocument[] = [];
  const problems: SyntaxProblem[] = [];
  for (const document of Array.isArray(parsed) ? parsed : []) {
    if (documents.length === mostDocuments) {
      const start = document.range[0];
      const message = `A file holds at most ${mostDocuments} designs; what follows is not read. Split the file.`;
      return { documents, problems: [...problems, { range: { start, end: start + 1 }, message }] };
    }
    const { targets, unresolved } = resolveAliases(document);
    documents.push({ document, aliasTargets: targets, isBroken: document.errors.length > 0 });
    problems.push(...syntaxProblems(text, document), ...unresolved);
  }
  return { documents, problems };
}

function resolveAliases(document: Document.Parsed) {
  const targets = new Map<Node, Node>();
  const anchors = new Map<string, Node>();
  const unresolved: SyntaxProblem[] = [];
  visit(document, (_key, node) => {
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
