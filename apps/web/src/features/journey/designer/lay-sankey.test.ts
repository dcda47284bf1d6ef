import { describe, expect, it } from 'vitest';
import { laySankey } from './lay-sankey.ts';

const size = { width: 700, height: 400, foot: 100 };
const stages = ['need', 'choice', 'use', 'assistance'];

describe('the picture of flows', () => {
  it('puts stages in their order from left to right, with a bar for each that somebody passed', () => {
    const { nodes } = laySankey(
      stages,
      [
        { from: 'need', to: 'use', n: 3 },
        { from: 'assistance', to: 'choice', n: 1 },
      ],
      size,
    );
    expect(nodes.map(({ key }) => key)).toEqual(stages);
    const lefts = nodes.map(({ x0 }) => x0);
    expect(lefts).toEqual([...lefts].sort((a, b) => a - b));
    expect(nodes.every(({ y0, y1 }) => Number.isFinite(y0) && Number.isFinite(y1))).toBe(true);
  });

  it('makes bands as wide as there are people, and draws what goes back below', () => {
    const { flows } = laySankey(
      stages,
      [
        { from: 'need', to: 'choice', n: 10 },
        { from: 'choice', to: 'use', n: 5 },
        { from: 'use', to: 'assistance', n: 4 },
        { from: 'assistance', to: 'use', n: 4 },
      ],
      size,
    );
    const width = (from: string, to: string) =>
      flows.find((flow) => flow.from === from && flow.to === to)!.width;
    expect(width('need', 'choice')).toBeCloseTo(2 * width('choice', 'use'), 6);
    expect(flows.map(({ isBack }) => isBack)).toEqual([false, false, false, true]);
    expect(flows.every(({ path }) => path.length > 0 && !path.includes('NaN'))).toBe(true);
  });

  it('is no picture when nobody ever moved, and passes over what it does not know', () => {
    expect(laySankey(stages, [{ from: 'need', to: 'nirvana', n: 2 }], size)).toEqual({
      nodes: [],
      flows: [],
    });
    expect(laySankey(stages, [{ from: 'use', to: 'need', n: 2 }], size).flows).toHaveLength(1);
  });
});
