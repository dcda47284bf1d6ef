import { type Proportion, proportion } from '#kernel/statistics/proportion';

/** From one stage to another: how often, of the times it was entered, with Wilson's interval. */
export interface Transition {
  n: number;
  p: number | null;
  lo: number | null;
  hi: number | null;
  /** (n + ½) / (times left + ½ K): never 0, for simulation. */
  smoothed: number;
}

export interface StageExits {
  entered: number;
  stillThere: number;
  to: Record<string, Transition>;
}

/**
 * Where people go from each stage: n(i→j) / times i was entered. Those still there count as entered: to forget them would make every stage
 * look like a corridor. Stages that the list does not name are passed over.
 */
export function stageTransitions(
  histories: readonly (readonly string[])[],
  stages: readonly string[],
): Record<string, StageExits> {
  const known = new Set(stages);
  const entered = new Map<string, number>();
  const moves = new Map<string, Map<string, number>>(stages.map((stage) => [stage, new Map()]));
  for (const history of histories) {
    const path = history.filter((stage) => known.has(stage));
    path.forEach((stage, i) => {
      entered.set(stage, (entered.get(stage) ?? 0) + 1);
      const next = path[i + 1];
      if (next !== undefined) moves.get(stage)!.set(next, (moves.get(stage)!.get(next) ?? 0) + 1);
    });
  }
  const exits = stages.map((stage): [string, StageExits] => {
    const to = moves.get(stage)!;
    const times = entered.get(stage) ?? 0;
    const left = [...to.values()].reduce((sum, n) => sum + n, 0);
    const transitions = [...to].map(([next, n]): [string, Transition] => {
      const { p, lo, hi }: Proportion = proportion(n, times);
      return [next, { n, p, lo, hi, smoothed: (n + 0.5) / (left + 0.5 * stages.length) }];
    });
    return [stage, { entered: times, stillThere: times - left, to: Object.fromEntries(transitions) }];
  });
  return Object.fromEntries(exits);
}
