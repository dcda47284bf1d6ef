import { useEffect, useRef } from 'react';

/**
 * A list that one works through: what is done leaves it, and the next stays where it was. `step` goes up or down, `next` to what comes after
 * what was done. On a wide screen something is always open.
 */
export function useWorkThrough(
  lines: readonly { id: string }[],
  current: string | undefined,
  open: (id: string | undefined) => void,
  narrow: boolean,
): { step: (by: 1 | -1) => void; next: () => void } {
  const at = lines.findIndex(({ id }) => id === current);
  const lastAt = useRef(0);
  if (at >= 0) lastAt.current = at;
  const first = lines[0]?.id;
  useEffect(() => {
    if (!narrow && !current && first) open(first);
  }, [narrow, current, first, open]);
  return {
    step: (by) => {
      const one = lines[at < 0 ? (by > 0 ? lastAt.current : lastAt.current - 1) : at + by];
      if (one) open(one.id);
    },
    next: () => {
      const after = lines[at + 1] ?? lines[at - 1];
      open(at < 0 ? first : after?.id);
    },
  };
}
