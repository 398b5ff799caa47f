import type { TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Settings } from '../settings.ts';
import type { ParserOpinions } from './parser-opinions.ts';
import type { WorkspaceFiles } from './workspace-files.ts';

/** What an analyzer has to work with. */
export interface AnalyzerOptions {
  readonly documents: TextDocuments<TextDocument>;
  readonly settings: () => Settings;
  /** Uris of the workspace folders. */
  readonly roots: () => readonly string[];
  readonly workspaceFiles: WorkspaceFiles;
  readonly parserOpinions: ParserOpinions;
  /** Whether the person trusts the workspace: git is asked only there. */
  readonly trusted: () => boolean;
}
