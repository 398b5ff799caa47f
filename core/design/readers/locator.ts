import { contains, type Range } from '../../text/range.ts';
import { formatPath, type Path, parentPath } from '../path.ts';

/** Where one value stands in a text. */
export interface Place {
  readonly path: Path;
  /** The key, for values that have one. */
  readonly key?: Range;
  /** The value; for a block of several lines only its first line, so that a mark stays short. */
  readonly value: Range;
  /** Key and value with all their lines. */
  readonly whole: Range;
  /** True when the text stands elsewhere too (an alias or a merge key): editing it would change more than this value. */
  readonly shared: boolean;
}

/** Maps paths of one design to places in one text, and back. */
export class Locator {
  readonly #places = new Map<string, Place>();

  add(place: Place): void {
    this.#places.set(formatPath(place.path), place);
  }

  /** The place of exactly this path, when something stands there. */
  placeOf(path: Path): Place | undefined {
    return this.#places.get(formatPath(path));
  }

  /**
   * The range to mark for a path. A path at which nothing stands is marked at its nearest ancestor's key,
   * since that is where the missing thing belongs.
   */
  rangeOf(path: Path, at: 'key' | 'value' = 'value'): Range {
    const place = this.placeOf(path);
    if (place !== undefined) return at === 'key' ? (place.key ?? place.value) : place.value;
    return path.length === 0 ? { start: 0, end: 0 } : this.rangeOf(parentPath(path), 'key');
  }

  /** The innermost path whose text holds `offset`. */
  pathAt(offset: number): Path | undefined {
    let innermost: Place | undefined;
    for (const place of this.#places.values()) {
      if (!contains(place.whole, offset)) continue;
      if (innermost === undefined || place.path.length >= innermost.path.length) innermost = place;
    }
    return innermost?.path;
  }

  /** All places, parents before their children. */
  places(): IterableIterator<Place> {
    return this.#places.values();
  }
}
