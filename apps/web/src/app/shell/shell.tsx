import { Outlet, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { hotkeyPreferences } from '#lib/hotkeys/preferences.ts';
import { listen } from '#lib/hotkeys/registry.ts';
import { useCommands } from '#lib/hotkeys/use-commands.ts';
import { useWords } from '#lib/intl/words.ts';
import { readStored, writeStored } from '#lib/store/stored.ts';
import { undoLast } from '#lib/undo/toasts.ts';
import { chooseScheme } from '#ui/theme/scheme.ts';
import { useLocale } from '../locale.ts';
import { places } from '../places.ts';
import { BottomBar } from './bottom-bar.tsx';
import { useChooseLens } from './lens-switch.tsx';
import { Rail } from './rail.tsx';
import styles from './shell.module.css';
import { TopBar } from './top-bar.tsx';

const Palette = lazy(async () => ({ default: (await import('../palette/palette.tsx')).Palette }));
const ShortcutSheet = lazy(async () => ({
  default: (await import('../shortcuts/shortcut-sheet.tsx')).ShortcutSheet,
}));

const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean';

/** The frame around every screen: navigation, top bar, and the keys that work everywhere. */
export function Shell() {
  const say = useWords();
  const [locale, setLocale] = useLocale();
  const navigate = useNavigate();
  const chooseLens = useChooseLens();
  const [folded, setFolded] = useState(() => readStored('rail', isBoolean) ?? false);
  const [open, setOpen] = useState<'palette' | 'shortcuts' | null>(null);
  const close = () => setOpen(null);
  const fold = () => {
    writeStored('rail', !folded);
    setFolded(!folded);
  };

  useEffect(() => listen(window, hotkeyPreferences.get), []);
  useCommands({
    id: 'everywhere',
    label: 'shell.everywhere',
    commands: [
      {
        id: 'palette',
        label: 'hotkeys.palette',
        keys: 'mod+k',
        keyboardOnly: true,
        run: () => setOpen('palette'),
      },
      { id: 'sheet', label: 'hotkeys.sheet', keys: '?', run: () => setOpen('shortcuts') },
      { id: 'undo', label: 'hotkeys.undo', keys: 'z', run: () => void undoLast() },
      { id: 'rail', label: 'hotkeys.rail', keys: '[', run: fold },
      ...places.map(({ to, goTo, keys }) => ({
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
        run: () =>
          chooseScheme(document.documentElement.dataset.mantineColorScheme === 'dark' ? 'light' : 'dark'),
      },
    ],
  });

  return (
    <div className={styles.shell}>
      <a href="#content" className={styles.skip}>
        {say('shell.skip')}
      </a>
      <Rail folded={folded} onFold={fold} onHelp={() => setOpen('shortcuts')} />
      <TopBar locale={locale} onLocale={setLocale} onSearch={() => setOpen('palette')} />
      <main id="content" className={styles.content} tabIndex={-1}>
        <Outlet />
      </main>
      <BottomBar onSearch={() => setOpen('palette')} onHelp={() => setOpen('shortcuts')} />
      <Suspense>
        {open === 'palette' && <Palette onClose={close} />}
        {open === 'shortcuts' && <ShortcutSheet onClose={close} />}
      </Suspense>
    </div>
  );
}
