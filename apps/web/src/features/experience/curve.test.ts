import { describe, expect, it } from 'vitest';
import { curveOf, smoothPath } from './curve-points.ts';
import type { Lived } from './experience.fragment.ts';
import { placeLabels } from './place-labels.ts';

const lived = (...valences: (number | null)[]): Lived =>
  ({
    subjectId: 'call',
    moments: valences.map((valence, place) => ({
      key: `m${place}`,
      at: `2026-11-0${place + 1}T10:00:00.000Z`,
      valence,
      minutes: 1,
    })),
  }) as unknown as Lived;

describe('the curve of what was lived', () => {
  it('finds the peak and the end: a screech outweighs the music, and the unmeasured is neither', () => {
    const curve = curveOf([lived(0.9, 0.8, -1, null)], 10);
    expect(curve).toMatchObject({ all: 4, known: 3, peak: 2, end: 2 });
    expect(curve.points.map(({ score }) => score)).toEqual([95, 90, 0, null]);
    expect(curveOf([lived(null)], 10)).toMatchObject({ known: 0, peak: null, end: null });
    expect(curveOf([], 10)).toMatchObject({ points: [], all: 0 });
  });

  it('shows the latest that fit, in the order of time', () => {
    const curve = curveOf([lived(0.1, 0.2, 0.3)], 2);
    expect(curve).toMatchObject({ all: 3, points: [{ score: 60 }, { score: 65 }] });
  });

  it('never draws beyond what was lived', () => {
    const spots = [0, 90, 90, 10, 50].map((y, i) => ({ x: i * 30, y }));
    const ys = [...smoothPath(spots).matchAll(/[\d.-]+ ([\d.-]+)/g)].map(([, y]) => Number(y));
    expect(Math.min(...ys)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...ys)).toBeLessThanOrEqual(90);
    expect(smoothPath([])).toBe('');
  });
});

describe('labels of the curve', () => {
  it('never cover each other, a point or the edge, however close they are asked to stand', () => {
    const paper = { width: 400, height: 160 };
    let seed = 7;
    const random = () => {
      seed = (seed * 16_807) % 2_147_483_647;
      return seed / 2_147_483_647;
    };
    for (let run = 0; run < 300; run++) {
      const points = Array.from({ length: 12 }, (_, i) => ({ x: 20 + i * 32, y: random() * 160 }));
      const wishes = Array.from({ length: 4 }, (_, i) => ({
        id: `${i}`,
        x: random() * 400,
        y: random() * 160,
        width: 50 + random() * 60,
        height: 15,
      }));
      const boxes = placeLabels(wishes, paper, points).map(({ id, x, y }) => {
        const { width, height } = wishes[Number(id)]!;
        return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
      });
      for (const [i, one] of boxes.entries()) {
        expect(one.left >= 0 && one.right <= 400 && one.top >= 0 && one.bottom <= 160).toBe(true);
        for (const other of boxes.slice(i + 1))
          expect(
            one.left < other.right &&
              other.left < one.right &&
              one.top < other.bottom &&
              other.top < one.bottom,
          ).toBe(false);
        for (const { x, y } of points)
          expect(one.left < x && x < one.right && one.top < y && y < one.bottom).toBe(false);
      }
    }
  });

  it('are all there when there is room', () => {
    const wish = (id: string, x: number) => ({ id, x, y: 80, width: 60, height: 15 });
    expect(placeLabels([wish('peak', 200), wish('end', 205)], { width: 400, height: 160 })).toHaveLength(2);
  });
});
