import { isSingleKey, showKeys } from '#lib/hotkeys/keys.ts';
import { hotkeyPreferences } from '#lib/hotkeys/preferences.ts';
import { useStore } from '#lib/store/store.ts';
import styles from './key-hint.module.css';

/** The key of a command, in small; absent when its owner switched such keys off. */
export function KeyHint({ keys }: { keys: string }) {
  const { singleKeys } = useStore(hotkeyPreferences);
  if (!keys || (!singleKeys && isSingleKey(keys))) return null;
  return (
    <kbd className={styles.key} aria-hidden>
      {showKeys(keys)}
    </kbd>
  );
}
