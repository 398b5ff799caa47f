import type { TemplateSyntax } from '../../../design/readers/template/template-syntax.ts';
import type { SnippetMap } from '../template-snippet.ts';

/** Resources that belong together, ready to be written: they fit the template and have no finding. */
export interface ResourceSnippet {
  readonly label: string;
  readonly detail: string;
  readonly resources: SnippetMap;
}

/** A logical id that is free: the name itself, or with a number behind it. */
export function freeLogicalId({ resources, parameters }: TemplateSyntax, name: string): string {
  const isTaken = (id: string) => resources.has(id) || parameters.has(id);
  let free = name;
  for (let count = 2; isTaken(free); count += 1) free = `${name}${count}`;
  return free;
}
