import { known } from '@aurora-blueprint/core/design/node.ts';
import type { Blueprint } from '@aurora-blueprint/core/design/readers/blueprint.ts';
import type { SqlDialect } from '@aurora-blueprint/core/facts/ml.ts';
import { analyzeSql } from '@aurora-blueprint/core/sql/analyze.ts';
import { decideDialect, readAuroraComment } from '@aurora-blueprint/core/sql/dialect.ts';
import { mentionsAuroraMl } from '@aurora-blueprint/core/sql/mentions-aurora-ml.ts';
import { LineIndex } from '@aurora-blueprint/core/text/line-index.ts';
import type { SqlFileAnalysis } from './analysis.ts';
import { findGoverningDesign } from './governing-design.ts';

export interface SqlFile {
  readonly text: string;
  /** Where the file lies; undefined for a text that was never saved. */
  readonly path: string | undefined;
  /** The dialect a person set; undefined to decide by the file. */
  readonly setting: SqlDialect | undefined;
  /** Folder at which the search for a governing design ends. */
  readonly root: string | undefined;
  /** The analysis before the last change, from which reading goes on. */
  readonly before?: SqlFileAnalysis | undefined;
  readonly readBlueprint: (path: string) => Blueprint | undefined;
}

/** Checks an SQL file against the design that governs it; undefined when nothing of Aurora's stands in it. */
export function analyzeSqlFile(file: SqlFile): SqlFileAnalysis | undefined {
  const { text } = file;
  if (!mentionsAuroraMl(text) && readAuroraComment(text).design === undefined) return undefined;
  const { dialect, governing } = dialectAndDesign(file);
  const sql = analyzeSql(text, { dialect, design: governing?.design }, file.before?.sql);
  return { kind: 'sql', text, lines: new LineIndex(text), dialect, sql, governing, findings: sql.findings };
}

/**
 * A file that says its dialect is governed by the nearest design of it. Otherwise the one nearest design decides the
 * dialect; where several are equally near, the statements decide, and with them which of the designs it is.
 */
function dialectAndDesign({ text, path, setting, root, readBlueprint }: SqlFile) {
  const stated = decideDialect({ setting, fileName: path, text });
  const search = (dialect: SqlDialect | undefined) =>
    path === undefined
      ? undefined
      : findGoverningDesign({
          sqlPath: path,
          root,
          named: readAuroraComment(text).design,
          dialect,
          read: readBlueprint,
        });
  if (stated.reason !== 'statement') return { dialect: stated.dialect, governing: search(stated.dialect) };
  const nearest = search(undefined);
  const engine = nearest === undefined ? undefined : known(nearest.design.engine);
  const { dialect } = decideDialect({ engine, text });
  return { dialect, governing: nearest ?? search(dialect) };
}
