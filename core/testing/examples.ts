/** A file that a person finds in `examples/`. */
type Example = readonly [name: string, text: string];

function byFileName(texts: Readonly<Record<string, string>>): readonly Example[] {
  return Object.entries(texts).map(([path, text]) => [path.slice(path.lastIndexOf('/') + 1), text]);
}

/** The blueprints of `examples/`, for tests. */
export const exampleBlueprints = byFileName(
  import.meta.glob('../../examples/*.aurora.yaml', { query: '?raw', import: 'default', eager: true }),
);

/** The SQL files of `examples/`, for tests. */
export const exampleSqlFiles = byFileName(
  import.meta.glob('../../examples/*.sql', { query: '?raw', import: 'default', eager: true }),
);
