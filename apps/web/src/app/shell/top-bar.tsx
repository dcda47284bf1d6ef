import { CloudOff, Languages, Search } from 'lucide-react';
import { connected } from '#lib/connection.ts';
import { type Locale, localeNames, locales } from '#lib/intl/locales.ts';
import { useWords } from '#lib/intl/words.ts';
import { useStore } from '#lib/store/store.ts';
import { KeyHint } from '#ui/badges/key-hint.tsx';
import { Menu } from '#ui/menu/menu.tsx';
import { AccountMenu } from './account-menu.tsx';
import { LensSwitch } from './lens-switch.tsx';
import { ThemeMenu } from './theme-menu.tsx';
import styles from './top-bar.module.css';

/** The bar at the top: search, lens, language, colours, account. */
export function TopBar({
  locale,
  onLocale,
  onSearch,
}: {
  locale: Locale;
  onLocale: (locale: Locale) => void;
  onSearch: () => void;
}) {
  const say = useWords();
  const online = useStore(connected);
  return (
    <header className={styles.bar}>
      <button type="button" className={styles.search} onClick={onSearch} aria-haspopup="dialog">
        <Search size={16} aria-hidden />
        <span className={styles.hint}>{say('shell.search')}</span>
        <KeyHint keys="mod+k" />
      </button>
      <p role="status" className={styles.offline} data-shown={!online || undefined}>
        {!online && (
          <>
            <CloudOff size={15} aria-hidden />
            {say('shell.offline')}
          </>
        )}
      </p>
      <div className={styles.tools}>
        <LensSwitch />
        <Menu
          label={say('shell.language')}
          trigger={<Languages size={18} aria-hidden />}
          items={locales.map((each) => ({
            id: each,
            label: localeNames[each],
            lang: each,
            checked: each === locale,
            onSelect: () => onLocale(each),
          }))}
        />
        <ThemeMenu />
        <AccountMenu />
      </div>
    </header>
  );
}
