import { type Document, isAlias, isNode, type Node, parseAllDocuments, visit } from 'yaml';
import type { Range } from '../../../text/range.ts';
import { adviceFor } from './syntax-advice.ts';

/** Longest text that is read, in UTF-16 units: about 25,000 lines. */
export const longestText = 512 * 1024;

/** One YAML document with the targets of its aliases. */
export interface ParsedDocument {
  readonly document: Document.Parsed;
  /** What each alias stands for: the last anchor of that name before it. */
  readonly aliasTargets: ReadonlyMap<Node, Node>;
}

/** A place at which the text is no YAML, and what to do about it. */
export interface SyntaxProblem {
  readonly range: Range;
  readonly message: string;
}

export interface ParsedText {
  readonly documents: readonly ParsedDocument[];
  readonly problems: readonly SyntaxProblem[];
}

/** Parses YAML into documents. Broken text gives what can be understood of it, and the problems. */
export function parseYaml(text: string): ParsedText {
  const whole = { start: 0, end: Math.min(text.length, 1) };
  if (text.length > longestText) {
    const size = Math.round(text.length / 1024);
    const message = `This file has ${size} KiB; blueprints are read up to ${longestText / 1024} KiB. Split the design.`;
    return { documents: [], problems: [{ range: whole, message }] };
  }
  if (text.includes('\0')) {
    const message = 'This file holds bytes that are no text. A blueprint is a YAML file in UTF-8.';
    return { documents: [], problems: [{ range: whole, message }] };
  }
  return parseText(text, whole);
}

function parseText(text: string, whole: Range): ParsedText {
  try {
    const parsed = parseAllDocuments(text, {
      logLevel: 'silent',
      prettyErrors: false,
      uniqueKeys: false,
      merge: false,
    });
    const documents = Array.isArray(parsed) ? parsed : [];
    const problems = documents.flatMap((document) =>
      [...document.errors, ...document.warnings].map(({ code, pos: [start, end], message }) => ({
        range: { start, end: Math.max(end, start + 1) },
        message: adviceFor(code, message),
      })),
    );
    return { documents: documents.map((document) => ({ document, aliasTargets: aliasTargetsOf(document) })), problems };
  } catch (error) {
    // The YAML library gives up on some texts, such as brackets nested thousands deep.
    const reason = error instanceof Error ? error.message : String(error);
    return {
      documents: [],
      problems: [{ range: whole, message: `This YAML cannot be read (${reason}). Simplify it.` }],
    };
  }
}

function aliasTargetsOf(document: Document.Parsed): ReadonlyMap<Node, Node> {
  const targets = new Map<Node, Node>();
  const anchors = new Map<string, Node>();
  visit(document, (_key, node) => {
    if (!isNode(node)) return;
    if (isAlias(node)) {
      const target = anchors.get(node.source);
      if (target !== undefined) targets.set(node, target);
    } else if ('anchor' in node && typeof node.anchor === 'string') {
      anchors.set(node.anchor, node);
    }
  });
  return targets;
}
