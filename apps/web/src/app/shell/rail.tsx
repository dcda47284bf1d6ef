import { Link } from '@tanstack/react-router';
import { CircleHelp, PanelLeftClose, PanelLeftOpen } from 'lucide-react';
import { useWords } from '#lib/intl/words.ts';
import { KeyHint } from '#ui/badges/key-hint.tsx';
import { Mark } from '#ui/mark.tsx';
import { places } from '../places.ts';
import styles from './rail.module.css';

/** The navigation at the left; folded it keeps its icons and their names for screen readers. */
export function Rail({
  folded,
  onFold,
  onHelp,
}: {
  folded: boolean;
  onFold: () => void;
  onHelp: () => void;
}) {
  const say = useWords();
  return (
    <nav className={styles.rail} data-folded={folded || undefined} aria-label={say('shell.navigation')}>
      <Link to="/today" className={styles.brand} aria-label="Ancora">
        <Mark />
        <span className={styles.name}>Ancora</span>
      </Link>
      <ul className={styles.places}>
        {places().map(({ to, label, icon: Icon, keys }) => (
          <li key={to}>
            <Link to={to} className={styles.place} title={folded ? say(label) : undefined}>
              <Icon size={18} aria-hidden />
              <span className={styles.label}>{say(label)}</span>
              <span className={styles.keys}>
                <KeyHint keys={keys} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
      <div className={styles.foot}>
        <button type="button" className={styles.place} onClick={onHelp} title={say('shell.shortcuts')}>
          <CircleHelp size={18} aria-hidden />
          <span className={styles.label}>{say('shell.help')}</span>
          <span className={styles.keys}>
            <KeyHint keys="?" />
          </span>
        </button>
        <button
          type="button"
          className={styles.place}
          onClick={onFold}
          aria-expanded={!folded}
          title={say(folded ? 'shell.expand' : 'shell.collapse')}
        >
          {folded ? <PanelLeftOpen size={18} aria-hidden /> : <PanelLeftClose size={18} aria-hidden />}
          <span className={styles.label}>{say(folded ? 'shell.expand' : 'shell.collapse')}</span>
        </button>
      </div>
    </nav>
  );
}
