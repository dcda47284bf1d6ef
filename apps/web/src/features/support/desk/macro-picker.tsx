import { useEffect, useMemo, useRef, useState } from 'react';
import { useWords } from '#lib/intl/words.ts';
import { Dialog } from '#ui/dialog/dialog.tsx';
import { DialogHead } from '#ui/dialog/dialog-head.tsx';
import { useFieldFormat } from '../fields/use-field-format.ts';
import type { MacroShown } from './desk.documents.ts';
import styles from './macro-picker.module.css';
import { stagedBy, wordsFor } from './macro-words.ts';
import { StagedChips } from './staged-chips.tsx';

/** All macros, the most used first: type a few letters, arrows choose, Enter takes. */
export function MacroPicker({
  macros,
  language,
  onPick,
  onClose,
}: {
  macros: readonly MacroShown[];
  language: string | null;
  onPick: (macro: MacroShown) => void;
  onClose: () => void;
}) {
  const format = useFieldFormat();
  const say = useWords();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const found = useMemo(() => {
    const wanted = text.trim().toLowerCase();
    return macros.filter(
      (macro) =>
        macro.name.toLowerCase().includes(wanted) ||
        macro.bodies.some(({ body }) => body.toLowerCase().includes(wanted)),
    );
  }, [macros, text]);
  const chosen = Math.min(at, found.length - 1);
  useEffect(() => {
    list.current?.querySelector(`[data-at="${chosen}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    <Dialog label={say('support.macros')} onClose={onClose} size="medium">
      <DialogHead title={say('support.macros')} onClose={onClose} />
      <div className={styles.picker}>
        <input
          data-first
          role="combobox"
          aria-expanded
          aria-controls="macro-list"
          aria-activedescendant={found[chosen] ? `macro-${found[chosen].id}` : undefined}
          aria-label={say('support.macroFind')}
          placeholder={say('support.macroFind')}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setAt(0);
          }}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown') setAt(Math.min(chosen + 1, found.length - 1));
            else if (event.key === 'ArrowUp') setAt(Math.max(chosen - 1, 0));
            else if (event.key === 'Enter' && found[chosen]) onPick(found[chosen]);
            else return;
            event.preventDefault();
          }}
        />
        {found.length === 0 && <p className={styles.none}>{say('support.macroNone')}</p>}
        <div
          ref={list}
          id="macro-list"
          role="listbox"
          aria-label={say('support.macros')}
          className={styles.list}
        >
          {found.map((macro, index) => {
            const words = wordsFor(macro, language);
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys.
              <div
                key={macro.id}
                id={`macro-${macro.id}`}
                data-at={index}
                role="option"
                aria-selected={index === chosen}
                className={styles.macro}
                onClick={() => onPick(macro)}
              >
                <b>{macro.name}</b>
                {words && (
                  <span lang={words.language} className={styles.words}>
                    {words.body}
                  </span>
                )}
                <StagedChips staged={stagedBy(macro, format)} />
              </div>
            );
          })}
        </div>
      </div>
    </Dialog>
  );
}
