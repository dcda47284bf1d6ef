import { type RefObject, useCallback, useLayoutEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** The rows of a list that exist: from `first` up to, not including, `end`. */
export interface RowSpan {
  first: number;
  end: number;
}

/** Which rows of a list to draw when `row` is the first in view and `fits` of them fill it; some `spare` ones on both sides. */
export const spanAround = (row: number, fits: number, count: number, spare: number): RowSpan => ({
  first: Math.min(Math.max(0, row - spare), Math.max(0, count - 1)),
  end: Math.min(count, row + fits + 1 + spare),
});

/**
 * Where to scroll so that a row stands whole in view, as little as possible; where it stands already, if it does.
 * All lengths in pixels; `covered` is what a sticky head hides of the view.
 */
export function offsetToShow(
  index: number,
  { height, top, view, covered }: { height: number; top: number; view: number; covered: number },
): number {
  const start = index * height;
  const free = view - covered;
  if (start < top) return start;
  return start + height > top + free ? start + height - free : top;
}

const spare = 8;

/** A window upon a list whose rows are all of one height: only the rows in view exist, whatever the length of the list. */
export function useRowWindow(
  scroller: RefObject<HTMLElement | null>,
  { count, height, covered }: { count: number; height: number; covered: number },
): RowSpan & { total: number; show: (index: number) => void } {
  const [{ row, fits }, setView] = useState({ row: 0, fits: 24 });
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const look = () => {
      const next = {
        row: Math.floor(element.scrollTop / height),
        fits: Math.ceil(element.clientHeight / height),
      };
      setView((before) => (before.row === next.row && before.fits === next.fits ? before : next));
    };
    // In the same frame as the scroll itself: fast scrolling never shows an empty list.
    const follow = () => flushSync(look);
    look();
    element.addEventListener('scroll', follow, { passive: true });
    const sizes = new ResizeObserver(look);
    sizes.observe(element);
    return () => {
      element.removeEventListener('scroll', follow);
      sizes.disconnect();
    };
  }, [scroller, height]);
  const show = useCallback(
    (index: number) => {
      const element = scroller.current;
      if (!element) return;
      const top = element.scrollTop;
      const next = offsetToShow(index, { height, top, view: element.clientHeight, covered });
      if (next !== top) element.scrollTop = next;
    },
    [scroller, height, covered],
  );
  return { ...spanAround(row, fits, count, spare), total: count * height, show };
}
