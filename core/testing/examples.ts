/** The blueprints that a person finds in `examples/`, by file name, for tests. */
export const exampleBlueprints: readonly (readonly [name: string, text: string])[] = Object.entries(
  import.meta.glob('../../examples/*.aurora.yaml', { query: '?raw', import: 'default', eager: true }),
).map(([path, text]) => [path.slice(path.lastIndexOf('/') + 1), text]);
