/** Where a value sits in a design: keys and list indices from the top, such as `primary`, `instances`, 2. */
export type Path = readonly (string | number)[];

const plainKey = /^[A-Za-z_][\w-]*$/;

/** A path as people read it: `primary.instances[2].promotionTier`; keys that are no plain words stand in quotes. */
export function formatPath(path: Path): string {
  let text = '';
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`;
    else if (!plainKey.test(step)) text += `[${JSON.stringify(step)}]`;
    else text += text === '' ? step : `.${step}`;
  }
  return text;
}

/** The path one step up; the empty path is its own parent. */
export function parentPath(path: Path): Path {
  return path.slice(0, -1);
}

/** Whether `path` is `ancestor` or lies inside it. */
export function isInside(path: Path, ancestor: Path): boolean {
  return ancestor.length <= path.length && ancestor.every((step, index) => step === path[index]);
}

/** Whether two paths are of the same steps. */
export function isSamePath(a: Path, b: Path): boolean {
  return a.length === b.length && isInside(a, b);
}

/** Reads a path as `formatPath` writes it; what is no path gives the steps before it. */
export function parsePath(text: string): Path {
  const steps: (string | number)[] = [];
  for (const [, key, index, quoted] of text.matchAll(/\.?([A-Za-z_][\w-]*)|\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]/gy)) {
    if (key !== undefined) steps.push(key);
    else if (index !== undefined) steps.push(Number(index));
    else if (quoted !== undefined) steps.push(String(JSON.parse(quoted)));
  }
  return steps;
}
