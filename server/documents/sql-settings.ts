import { relative, sep } from 'node:path';
import ignore from 'ignore';
import type { Settings, SqlSettings } from '../settings.ts';
import type { SqlFileSettings } from './analyze-sql-file.ts';
import { pathOfUri } from './uri-of-file.ts';

/** What a person set for an SQL file in the workspace folder `root`. */
export function sqlSettingsOf(
  { sql, sqlOfFolders }: Settings,
  path: string | undefined,
  root: string | undefined,
): SqlFileSettings {
  const ofFolder = [...sqlOfFolders].find(([uri]) => root !== undefined && pathOfUri(uri) === root);
  const { dialect, design, syntaxErrors } = ofFolder?.[1] ?? sql;
  return {
    dialect: dialect === 'auto' ? undefined : dialect,
    design: path === undefined || root === undefined ? undefined : designFor(design, path, root),
    syntaxErrors,
  };
}

/** The design that is set for a file: that of the last pattern which fits, as in a .gitignore of the workspace folder. */
function designFor(design: SqlSettings['design'], path: string, root: string): string | undefined {
  if (typeof design === 'string') return design === '' ? undefined : design;
  const way = relative(root, path).split(sep).join('/');
  const fitting = Object.entries(design).findLast(([pattern]) => ignore().add(pattern).ignores(way));
  return fitting?.[1];
}
