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

/** Places that are known of an earlier text, and how much further on they stand in this one. */
interface MovedPlaces {
  readonly locator: Locator;
  readonly by: number;
}

/** Maps paths of one design to places in one text, and back. */
export class Locator {
  /** Parents before their children; at the path of what was moved stands all that is at and below it. */
  readonly #places = new Map<string, Place | MovedPlaces>();
  #extent: Range | undefined;

  add(place: Place): void {
    this.#places.set(formatPath(place.path), place);
  }

  /** Takes over all places of another locator, which are those at and below `path` some characters further ahead. */
  addMoved(path: Path, locator: Locator, by: number): void {
    this.#places.set(formatPath(path), { locator, by });
  }

  /** The place of exactly this path, when something stands there. */
  placeOf(path: Path): Place | undefined {
    for (let length = path.length; length >= 0; length--) {
      const place = this.#places.get(formatPath(path.slice(0, length)));
      if (place === undefined) continue;
      if ('path' in place) return length === path.length ? place : undefined;
      const found = place.locator.placeOf(path);
      return found && moved(found, place.by);
    }
    return undefined;
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
    let innermost: Path | undefined;
    for (const place of this.#places.values()) {
      const path = 'path' in place ? pathIn(place, offset) : place.locator.#pathNear(offset - place.by);
      if (path !== undefined && path.length >= (innermost?.length ?? 0)) innermost = path;
    }
    return innermost;
  }

  /** All places, parents before their children. */
  *places(): IterableIterator<Place> {
    for (const place of this.#places.values()) {
      if ('path' in place) yield place;
      else for (const part of place.locator.places()) yield moved(part, place.by);
    }
  }

  #pathNear(offset: number): Path | undefined {
    return contains(this.#reach(), offset) ? this.pathAt(offset) : undefined;
  }

  /** From the beginning of the first place to the end of the last; asked when nothing is added any more. */
  #reach(): Range {
    if (this.#extent !== undefined) return this.#extent;
    let [start, end] = [Number.POSITIVE_INFINITY, 0];
    for (const place of this.#places.values()) {
      const [range, by] = 'path' in place ? [place.whole, 0] : [place.locator.#reach(), place.by];
      start = Math.min(start, range.start + by);
      end = Math.max(end, range.end + by);
    }
    this.#extent = { start, end };
    return this.#extent;
  }
}

function pathIn({ path, whole }: Place, offset: number): Path | undefined {
  return contains(whole, offset) ? path : undefined;
}

function moved(place: Place, by: number): Place {
  if (by === 0) return place;
  const { path, key, value, whole, shared } = place;
  const further = ({ start, end }: Range) => ({ start: start + by, end: end + by });
  return {
    path,
    ...(key === undefined ? {} : { key: further(key) }),
    value: further(value),
    whole: further(whole),
    shared,
  };
}
