import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toSvg } from '../drawing/svg.ts';
import type { Scene, SceneNode } from '../scene/scene.ts';
import { arbitraryPicture } from '../testing/arbitrary-picture.ts';
import { arbitraryTimeline } from '../testing/arbitrary-timeline.ts';
import { contains, nestedAreas, overlapping, siblingAreas, textAreas } from '../testing/scene-geometry.ts';
import { layOut } from './layout.ts';

const width = fc.integer({ min: 320, max: 2560 });

const arbitraryScene: fc.Arbitrary<Scene> = fc
  .tuple(arbitraryPicture, width)
  .chain(([picture, panel]) =>
    fc
      .option(fc.record({ timeline: arbitraryTimeline(picture), at: fc.nat(100_000) }), { nil: undefined })
      .map((playhead) => layOut(picture, playhead === undefined ? { width: panel } : { width: panel, playhead })),
  );

describe('the layout of any picture, at any width, at any instant of any run', () => {
  it('lays no box over another', () => {
    fc.assert(
      fc.property(arbitraryScene, (scene) => {
        expect(siblingAreas(scene).flatMap(overlapping)).toEqual([]);
      }),
    );
  });

  it('keeps everything inside what it belongs to', () => {
    fc.assert(
      fc.property(arbitraryScene, (scene) => {
        const outside = nestedAreas(scene).filter(({ inner, outer }) => !contains(outer, inner));
        expect(outside.map(({ inner, outer }) => `${inner.what} in ${outer.what}`)).toEqual([]);
      }),
    );
  });

  it('writes no text over another', () => {
    fc.assert(
      fc.property(arbitraryScene, (scene) => {
        expect(overlapping(textAreas(scene))).toEqual([]);
      }),
    );
  });

  it('places everything on whole pixels', () => {
    const numbers = (nodes: readonly SceneNode[]): readonly number[] =>
      nodes.flatMap((node) => {
        if (node.kind === 'line') return node.points.flatMap(({ x, y }) => [x, y]);
        const own = Object.values(node).filter((value) => typeof value === 'number');
        return node.kind === 'box' ? [...own, ...numbers(node.children)] : own;
      });
    fc.assert(
      fc.property(arbitraryScene, (scene) => {
        expect(numbers(scene.children).filter((number) => !Number.isSafeInteger(number))).toEqual([]);
      }),
    );
  });

  it('draws every box under a key of its own', () => {
    const keys = (nodes: readonly SceneNode[]): readonly string[] =>
      nodes.flatMap((node) => {
        if (node.kind === 'line') return [node.key];
        return node.kind === 'box' ? [node.key, ...keys(node.children)] : [];
      });
    fc.assert(
      fc.property(arbitraryScene, ({ children }) => {
        const all = keys(children);
        expect(new Set(all).size).toBe(all.length);
      }),
    );
  });
});

it('gives the same bytes for the same picture, also when it has been JSON in between', () => {
  fc.assert(
    fc.property(arbitraryPicture, width, (picture, panel) => {
      const again = JSON.parse(JSON.stringify(picture));
      expect(toSvg(layOut(picture, { width: panel }))).toBe(toSvg(layOut(again, { width: panel })));
    }),
  );
});
