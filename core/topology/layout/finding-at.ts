/** Whether `path` is `around` or lies inside it. */
function isWithin(path: string, around: string): boolean {
  if (!path.startsWith(around)) return false;
  const next = path[around.length];
  return next === undefined || next === '.' || next === '[';
}

/**
 * Index of the finding to speak of while a path of the design is looked at: the innermost around it, else the first
 * inside it, else the first of all; undefined when there is none.
 */
export function findingAt(findings: readonly { readonly path: string }[], path: string | null): number | undefined {
  if (findings.length === 0) return undefined;
  if (path === null || path === '') return 0;
  let innermost: number | undefined;
  for (const [index, finding] of findings.entries()) {
    if (finding.path === '' || !isWithin(path, finding.path)) continue;
    if (innermost === undefined || finding.path.length > (findings[innermost]?.path.length ?? 0)) innermost = index;
  }
  if (innermost !== undefined) return innermost;
  const inside = findings.findIndex((finding) => isWithin(finding.path, path));
  return inside === -1 ? 0 : inside;
}
