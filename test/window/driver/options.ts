/** Names of the four kinds of theme that VS Code has. */
export type Theme = 'light' | 'dark' | 'high contrast' | 'high contrast light';

export interface WindowOptions {
  /** The folder of the checkout whose copy is opened; `examples` when left out. */
  readonly folder?: string;
  /** Files that are there beside those of the folder: their names and what they hold. */
  readonly files?: Readonly<Record<string, string>>;
  /** User settings. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Environment variables of VS Code, and with it of the language server. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Light when left out. */
  readonly theme?: Theme;
  /** Whether the folder is open in restricted mode; trusted when left out. */
  readonly untrusted?: boolean;
  /** Width and height of the window in CSS pixels. */
  readonly size?: { readonly width: number; readonly height: number };
}

const COLOR_THEMES: Record<Theme, string> = {
  light: 'Default Light Modern',
  dark: 'Default Dark Modern',
  'high contrast': 'Default High Contrast',
  'high contrast light': 'Default High Contrast Light',
};

/** The user settings that a window with these options starts with. */
export function settingsOf(options: WindowOptions): Record<string, unknown> {
  return {
    'workbench.colorTheme': COLOR_THEMES[options.theme ?? 'light'],
    'security.workspace.trust.startupPrompt': 'never',
    // In a browser VS Code saves by itself; here as on the desktop only who saves has saved.
    'files.autoSave': 'off',
    // What stands on the screen is what is written.
    'editor.inlayHints.enabled': 'off',
    'auroraBlueprint.codeLens.summary': false,
    'auroraBlueprint.codeLens.topology': false,
    'auroraBlueprint.codeLens.simulation': false,
    'auroraBlueprint.codeLens.zoneLoss': false,
    'auroraBlueprint.codeLens.usedBy': false,
    ...options.settings,
  };
}
