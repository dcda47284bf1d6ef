import { useState } from 'react';
import { pressOf, showKeys } from '#lib/hotkeys/keys.ts';
import { changeHotkeys, hotkeyPreferences, keysFor } from '#lib/hotkeys/preferences.ts';
import type { Command, Scope } from '#lib/hotkeys/registry.ts';
import { useWords } from '#lib/intl/words.ts';
import { useStore } from '#lib/store/store.ts';
import { Dialog } from '#ui/dialog/dialog.tsx';
import { DialogHead } from '#ui/dialog/dialog-head.tsx';
import styles from './shortcut-sheet.module.css';

/** The keys of the screen below: what they do, another key for each, and a switch for all single keys. */
export function ShortcutSheet({ below, onClose }: { below: readonly Scope[]; onClose: () => void }) {
  const say = useWords();
  const preferences = useStore(hotkeyPreferences);
  const [changing, setChanging] = useState<string | null>(null);
  const [taken, setTaken] = useState<Command | null>(null);
  const all = below.flatMap((scope) => scope.commands);

  const give = (command: Command, keys: string) => {
    const other = keys && all.find((each) => each.id !== command.id && keysFor(each, preferences) === keys);
    setTaken(other || null);
    if (other) return;
    changeHotkeys({ remapped: { ...preferences.remapped, [command.id]: keys } });
    setChanging(null);
  };

  return (
    <Dialog label={say('sheet.title')} onClose={onClose} size="medium">
      <DialogHead title={say('sheet.title')} onClose={onClose} />
      <div className={styles.body}>
        <label className={styles.switch}>
          <input
            type="checkbox"
            checked={preferences.singleKeys}
            onChange={(event) => changeHotkeys({ singleKeys: event.target.checked })}
          />
          <span>
            <b>{say('sheet.singleKeys')}</b>
            <small>{say('sheet.singleKeysText')}</small>
          </span>
        </label>
        {below.map((scope) => (
          <section key={scope.id} className={styles.scope}>
            <h3>{say(scope.label)}</h3>
            <dl>
              {scope.commands.map((command) => (
                <div key={command.id} className={styles.line}>
                  <dt>{say(command.label)}</dt>
                  <dd>
                    <button
                      type="button"
                      className={styles.key}
                      aria-label={`${say('sheet.change', { command: say(command.label) })}: ${showKeys(keysFor(command, preferences)) || say('sheet.none')}`}
                      onClick={() => {
                        setTaken(null);
                        setChanging(command.id);
                      }}
                      onBlur={() => setChanging(null)}
                      onKeyDown={(event) => {
                        if (
                          changing !== command.id ||
                          ['Shift', 'Control', 'Alt', 'Meta', 'Tab'].includes(event.key)
                        )
                          return;
                        event.preventDefault();
                        event.stopPropagation();
                        if (event.key === 'Escape') setChanging(null);
                        else give(command, event.key === 'Backspace' ? '' : pressOf(event));
                      }}
                    >
                      {changing === command.id
                        ? say('sheet.press')
                        : showKeys(keysFor(command, preferences)) || say('sheet.none')}
                    </button>
                  </dd>
                  {taken && changing === command.id && (
                    <p role="alert" className={styles.taken}>
                      {say('sheet.taken', { command: say(taken.label) })}
                    </p>
                  )}
                </div>
              ))}
            </dl>
          </section>
        ))}
        {Object.keys(preferences.remapped).length > 0 && (
          <button type="button" className={styles.reset} onClick={() => changeHotkeys({ remapped: {} })}>
            {say('sheet.reset')}
          </button>
        )}
      </div>
    </Dialog>
  );
}
