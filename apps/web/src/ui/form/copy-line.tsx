import { Check, Copy } from 'lucide-react';
import { useRef, useState } from 'react';
import { announce } from '#lib/announce.ts';
import { useWords } from '#lib/intl/words.ts';
import styles from './copy-line.module.css';

/** A value to be put somewhere else, with the button that copies it. */
export function CopyLine({ label, value }: { label: string; value: string }) {
  const say = useWords();
  const [copied, setCopied] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value);
      setCopied(true);
      announce(say('ui.copied'));
    } catch {
      // Without permission for the clipboard it is at least marked, ready for Ctrl C.
      field.current?.select();
    }
  };
  return (
    <div className={styles.copy}>
      <input
        ref={field}
        readOnly
        value={value}
        aria-label={label}
        onFocus={(event) => event.target.select()}
      />
      <button type="button" onClick={() => void copy()} aria-label={`${say('ui.copy')}: ${label}`}>
        {copied ? <Check size={16} aria-hidden /> : <Copy size={16} aria-hidden />}
      </button>
    </div>
  );
}
