import { Outlet, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { hotkeyPreferences } from '#lib/hotkeys/preferences.ts';
import { listen, listening, type Scope } from '#lib/hotkeys/registry.ts';
import { useCommands } from '#lib/hotkeys/use-commands.ts';
import { useLocale } from '#lib/intl/locale-context.ts';
import { useWords } from '#lib/intl/words.ts';
import { readStored, writeStored } from '#lib/store/stored.ts';
import { undoLast } from '#lib/undo/toasts.ts';
import { chooseScheme, isDark } from '#ui/theme/scheme.ts';
import { keepTyping } from '../palette/typed-ahead.ts';
import { places } from '../places.ts';
import { BottomBar } from './bottom-bar.tsx';
import { useChooseLens } from './lens-switch.tsx';
import { Rail } from './rail.tsx';
import styles from './shell.module.css';
import { TopBar } from './top-bar.tsx';

const loadPalette = () => import('../palette/palette.tsx');
const loadSheet = () => import('../shortcuts/shortcut-sheet.tsx');
// It tells of an import that runs: nothing that the first paint waits for.
const ImportTeller = lazy(async () => ({ default: (await import('#features/imports')).ImportTeller }));
const Palette = lazy(async () => ({ default: (await loadPalette()).Palette }));
const ShortcutSheet = lazy(async () => ({ default: (await loadSheet()).ShortcutSheet }));

const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean';

/** The frame around every screen: navigation, top bar, and the keys that work everywhere. */
export function Shell() {
  const say = useWords();
  const [locale, setLocale] = useLocale();
  const navigate = useNavigate();
  const chooseLens = useChooseLens();
  const [folded, setFolded] = useState(() => readStored('rail', isBoolean) ?? false);
  const [open, setOpen] = useState<{ kind: 'palette' | 'shortcuts'; below: readonly Scope[] } | null>(null);
  // What lay below when a dialog was opened: its commands are what the dialog shows.
  const show = (kind: 'palette' | 'shortcuts') => {
    if (kind === 'palette') keepTyping();
    setOpen({ kind, below: listening() });
  };
  const close = () => setOpen(null);
  const fold = () => {
    writeStored('rail', !folded);
    setFolded(!folded);
  };

  useEffect(() => listen(window, hotkeyPreferences.get), []);
  useEffect(() => {
    // Fetched when nothing else is to do, so that the first Ctrl K opens as fast as the second.
    const timer = setTimeout(() => void Promise.all([loadPalette(), loadSheet()]).catch(() => {}), 1_500);
    return () => clearTimeout(timer);
  }, []);
  // From the key press until the dialog stands: letters typed meanwhile are no commands of the page below.
  useCommands({ id: 'dialog', label: 'shell.everywhere', exclusive: true, commands: [] }, open !== null);
  useCommands({
    id: 'everywhere',
    label: 'shell.everywhere',
    commands: [
      {
        id: 'palette',
        label: 'hotkeys.palette',
        keys: 'mod+k',
        keyboardOnly: true,
        run: () => show('palette'),
      },
      { id: 'sheet', label: 'hotkeys.sheet', keys: '?', run: () => show('shortcuts') },
      { id: 'undo', label: 'hotkeys.undo', keys: 'z', run: () => void undoLast() },
      { id: 'rail', label: 'hotkeys.rail', keys: '[', run: fold },
      ...places().map(({ to, goTo, keys }) => ({
        id: `go${to}`,
        label: goTo,
        keys,
        run: () => void navigate({ to }),
      })),
      { id: 'lens-sales', label: 'hotkeys.lensSales', keys: 'l s', run: () => chooseLens('sales') },
      {
        id: 'lens-marketing',
        label: 'hotkeys.lensMarketing',
        keys: 'l m',
        run: () => chooseLens('marketing'),
      },
      { id: 'lens-support', label: 'hotkeys.lensSupport', keys: 'l u', run: () => chooseLens('support') },
      {
        id: 'theme',
        label: 'hotkeys.theme',
        keys: 'shift+d',
        run: () => chooseScheme(isDark() ? 'light' : 'dark'),
      },
    ],
  });

  return (
    <div className={styles.shell}>
      <a href="#content" className={styles.skip}>
        {say('shell.skip')}
      </a>
      <Rail folded={folded} onFold={fold} onHelp={() => show('shortcuts')} />
      <TopBar locale={locale} onLocale={setLocale} onSearch={() => show('palette')} />
      <main id="content" className={styles.content} tabIndex={-1}>
        {/* Whatever a page waits for never hides the shell, nor takes the focus out of it. */}
        <Suspense>
          <Outlet />
        </Suspense>
      </main>
      <BottomBar onSearch={() => show('palette')} onHelp={() => show('shortcuts')} />
      <Suspense>
        <ImportTeller />
      </Suspense>
      <Suspense>
        {open?.kind === 'palette' && <Palette below={open.below} onClose={close} />}
        {open?.kind === 'shortcuts' && <ShortcutSheet below={open.below} onClose={close} />}
      </Suspense>
    </div>
  );
}
