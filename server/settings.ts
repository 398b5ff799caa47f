import type { HintKind } from '@aurora-blueprint/core/editing/hints/hint.ts';
import type { DesignLensKind } from '@aurora-blueprint/core/editing/lenses/lens.ts';
import type { SqlDialect } from '@aurora-blueprint/core/facts/ml.ts';
import type { SeverityOverrides } from '@aurora-blueprint/core/rules/control/severity-overrides.ts';
import type { Profile } from '@aurora-blueprint/core/rules/profile.ts';
import type { Connection } from 'vscode-languageserver';

/** What people set under `auroraBlueprint` in their editor. */
export interface Settings {
  /** How strictly designs are judged; `auto` leaves it to the blueprint. */
  readonly profile: 'auto' | Profile;
  /** Severities that people set for rules. */
  readonly rules: SeverityOverrides;
  /** Whether what a file says is compared with what git HEAD says, in trusted workspaces. */
  readonly compareWithHead: boolean;
  /** Which files of the workspace are judged that are not open. */
  readonly workspaceDiagnostics: WorkspaceDiagnostics;
  readonly sql: SqlSettings;
  /** The same for the folders of a workspace of several, by their uris. */
  readonly sqlOfFolders: ReadonlyMap<string, SqlSettings>;
  readonly inference: InferenceSettings;
  readonly inlayHints: InlayHintSettings;
  readonly codeLens: CodeLensSettings;
}

export interface SqlSettings {
  readonly dialect: 'auto' | SqlDialect;
  /** The design that governs SQL files: of all of them, or by patterns as in .gitignore; the last that fits counts. */
  readonly design: string | Readonly<Record<string, string>>;
  readonly syntaxErrors: SyntaxErrors;
}

/** In which SQL files syntax errors are looked for; `auroraMl`: in those that have to do with Aurora machine learning. */
export type SyntaxErrors = (typeof syntaxErrorsModes)[number];

export const syntaxErrorsModes = ['auroraMl', 'all', 'off'] as const;

/** `designs`: blueprints, and the SQL that they govern; `all`: CloudFormation templates too. */
export type WorkspaceDiagnostics = (typeof workspaceDiagnosticsModes)[number];

const workspaceDiagnosticsModes = ['off', 'designs', 'all'] as const;

/** Which kinds of code lenses are shown. */
export type CodeLensSettings = Readonly<Record<DesignLensKind | 'inference', boolean>>;

/** Which kinds of inlay hints are shown. */
export type InlayHintSettings = Readonly<Record<HintKind, boolean>>;

export interface InferenceSettings {
  readonly provider: 'offline' | 'aws';
  /** Named profile of the AWS configuration files; empty for the default chain of credentials. */
  readonly awsProfile: string;
  /** Address to call instead of AWS's own; empty for AWS's own. */
  readonly endpointUrl: string;
}

export const defaultSettings: Settings = {
  profile: 'auto',
  rules: {},
  compareWithHead: true,
  workspaceDiagnostics: 'designs',
  sql: { dialect: 'auto', design: '', syntaxErrors: 'auroraMl' },
  sqlOfFolders: new Map(),
  inference: { provider: 'offline', awsProfile: '', endpointUrl: '' },
  inlayHints: { localTime: true, promotion: true, capacity: true, growth: true, defaults: true },
  codeLens: { summary: true, topology: true, simulation: true, zoneLoss: true, usedBy: true, inference: true },
};

/** Asks the editor for its settings, in a workspace of several folders also for those of each folder. */
export async function askForSettings(connection: Connection, folders: readonly string[]): Promise<Settings> {
  const own = folders.length > 1 ? folders : [];
  const [said, ...ofFolders] = await connection.workspace.getConfiguration([
    { section: 'auroraBlueprint' },
    ...own.map((scopeUri) => ({ section: 'auroraBlueprint.sql', scopeUri })),
  ]);
  const settings = settingsIn(said);
  const sqlOfFolders = new Map(own.map((uri, index) => [uri, { ...settings.sql, ...ofFolders[index] }]));
  return { ...settings, sqlOfFolders };
}

/** The settings in what an editor says; the defaults of those that it does not name. */
export function settingsIn(said: unknown): Settings {
  if (typeof said !== 'object' || said === null) return defaultSettings;
  const { profile, rules, compareWithHead, workspaceDiagnostics, sql, inference, inlayHints, codeLens } =
    said as Partial<Settings>;
  return {
    profile: profile ?? defaultSettings.profile,
    rules: rules ?? defaultSettings.rules,
    compareWithHead: compareWithHead ?? defaultSettings.compareWithHead,
    workspaceDiagnostics:
      workspaceDiagnosticsModes.find((mode) => mode === workspaceDiagnostics) ?? defaultSettings.workspaceDiagnostics,
    sql: { ...defaultSettings.sql, ...sql },
    sqlOfFolders: defaultSettings.sqlOfFolders,
    inference: { ...defaultSettings.inference, ...inference },
    inlayHints: { ...defaultSettings.inlayHints, ...inlayHints },
    codeLens: { ...defaultSettings.codeLens, ...codeLens },
  };
}
