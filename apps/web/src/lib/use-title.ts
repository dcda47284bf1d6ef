import { useEffect } from 'react';

/** Names the tab of the browser while a page is shown; nothing while it does not know yet. */
export function useTitle(title: string | undefined): void {
  useEffect(() => {
    if (!title) return undefined;
    document.title = `${title} · Ancora`;
    return () => {
      document.title = 'Ancora';
    };
  }, [title]);
}
