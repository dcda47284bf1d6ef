import { type RefObject, useLayoutEffect, useState } from 'react';

/** How wide an element is, as it changes. */
export function useWidth(element: RefObject<HTMLElement | null>, first = 560): number {
  const [width, setWidth] = useState(first);
  useLayoutEffect(() => {
    const watched = element.current;
    if (!watched) return undefined;
    setWidth(watched.clientWidth || first);
    const observer = new ResizeObserver(([entry]) => {
      if (entry && entry.contentRect.width > 0) setWidth(entry.contentRect.width);
    });
    observer.observe(watched);
    return () => observer.disconnect();
  }, [element, first]);
  return width;
}
