import { useRouter } from '@tanstack/react-router';
import { useRef } from 'react';

const restsMs = 80;

/** Fetches a customer before they are opened. Only a pointer that rests means to open: passing over a hundred rows asks for none. */
export function useWarm(): (id: string) => void {
  const router = useRouter();
  const hovered = useRef('');
  return (id) => {
    if (hovered.current === id) return;
    hovered.current = id;
    setTimeout(() => {
      if (hovered.current === id)
        void router
          .preloadRoute({ to: '/customers/$customerId', params: { customerId: id } })
          .catch(() => {});
    }, restsMs);
  };
}
