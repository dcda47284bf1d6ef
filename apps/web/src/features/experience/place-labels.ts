import type { Spot } from './curve-points.ts';

/** A label that wants to stand near a spot, and the room it takes. */
export interface Wish extends Spot {
  id: string;
  width: number;
  height: number;
}

/** Where a label stands: its middle. */
export interface Placed extends Spot {
  id: string;
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const meet = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/**
 * Places labels so that none covers another, a point or the edge. Each takes the first free place near its spot: above, below, then farther and
 * farther away; one that finds none is left out rather than printed over another.
 */
export function placeLabels(
  wishes: readonly Wish[],
  paper: { width: number; height: number; left?: number },
  points: readonly Spot[] = [],
  radius = 7,
): Placed[] {
  const taken: Box[] = points.map(({ x, y }) => ({
    left: x - radius,
    right: x + radius,
    top: y - radius,
    bottom: y + radius,
  }));
  const edge = paper.left ?? 0;
  return wishes.flatMap((wish) => {
    const half = { x: wish.width / 2, y: wish.height / 2 };
    for (let away = 0; away < 8; away++) {
      for (const side of [-1, 1])
        for (const shift of [0, -0.5, 0.5, -1, 1]) {
          const x = Math.min(
            paper.width - half.x,
            Math.max(edge + half.x, wish.x + shift * (wish.width + 2 * radius)),
          );
          const y = wish.y + side * (half.y + radius + 2 + away * wish.height);
          const box = { left: x - half.x, right: x + half.x, top: y - half.y, bottom: y + half.y };
          const isInside =
            box.left >= edge && box.right <= paper.width && box.top >= 0 && box.bottom <= paper.height;
          if (isInside && !taken.some((one) => meet(one, box))) {
            taken.push(box);
            return [{ id: wish.id, x, y }];
          }
        }
    }
    return [];
  });
}
