import { X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '#lib/intl/words.ts';
import { useStore } from '#lib/store/store.ts';
import { actOnToast, dismissToast, type Toast, toasts, undoTime } from '#lib/undo/toasts.ts';
import { KeyHint } from '../badges/key-hint.tsx';
import styles from './toast-stack.module.css';

/** The toasts in the corner; their time stands still while somebody points at them or is inside them. */
export function ToastStack() {
  const shown = useStore(toasts);
  const [held, setHeld] = useState(false);
  const say = useWords();
  return (
    <section
      className={styles.stack}
      aria-label={say('ui.toasts')}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {shown.map((toast) => (
        <ToastCard key={toast.id} toast={toast} held={held} />
      ))}
    </section>
  );
}

function ToastCard({ toast, held }: { toast: Toast; held: boolean }) {
  const say = useWords();
  const left = useRef(undoTime);
  useEffect(() => {
    // A failure stays until it is read: what failed is not lost silently.
    if (held || toast.tone === 'failed') return undefined;
    const began = performance.now();
    const timer = setTimeout(() => dismissToast(toast.id), left.current);
    return () => {
      clearTimeout(timer);
      left.current -= performance.now() - began;
    };
  }, [held, toast]);
  return (
    <div className={styles.toast} data-tone={toast.tone} data-held={held || undefined}>
      <p className={styles.text}>{toast.text}</p>
      {toast.act && (
        <button type="button" className={styles.act} onClick={() => void actOnToast(toast)}>
          {say(toast.act.label === 'undo' ? 'ui.undo' : 'ui.retry')}
          {toast.act.label === 'undo' && <KeyHint keys="z" />}
        </button>
      )}
      <button
        type="button"
        className={styles.close}
        aria-label={say('ui.dismiss')}
        onClick={() => dismissToast(toast.id)}
      >
        <X size={16} aria-hidden />
      </button>
    </div>
  );
}
