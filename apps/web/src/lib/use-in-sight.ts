import { type RefObject, useEffect, useRef } from 'react';

/** For a row of tabs that scrolls on a narrow screen: the one that is current (`aria-current`) is never out of sight. `now` names it. */
export function useCurrentInSight(now: string | null): RefObject<HTMLElement | null> {
  const row = useRef<HTMLElement>(null);
  useEffect(() => {
    if (now !== null)
      row.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [now]);
  return row;
}
