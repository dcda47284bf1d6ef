import { Link } from '@tanstack/react-router';
import { CircleHelp, Search } from 'lucide-react';
import { useWords } from '#lib/intl/words.ts';
import { places } from '../places.ts';
import styles from './bottom-bar.module.css';

/** The navigation of narrow screens, under the thumb. */
export function BottomBar({ onSearch, onHelp }: { onSearch: () => void; onHelp: () => void }) {
  const say = useWords();
  return (
    <nav className={styles.bar} aria-label={say('shell.navigation')}>
      {places()
        .slice(0, 3)
        .map(({ to, label, icon: Icon }) => (
          <Link key={to} to={to} className={styles.place}>
            <Icon size={20} aria-hidden />
            {say(label)}
          </Link>
        ))}
      <button type="button" className={styles.place} onClick={onSearch}>
        <Search size={20} aria-hidden />
        {say('shell.searchShort')}
      </button>
      <button type="button" className={styles.place} onClick={onHelp}>
        <CircleHelp size={20} aria-hidden />
        {say('shell.help')}
      </button>
    </nav>
  );
}
