import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { PromiseCalculator, PromiseList } from '#features/promises';
import { useWords } from '#lib/intl/words.ts';
import { useTitle } from '#lib/use-title.ts';
import styles from './promises.module.css';

const route = getRouteApi('/in/promises');

/** Every promise that waits or ended, and what can be promised at all. */
export function PromisesPage() {
  const say = useWords();
  const search = route.useSearch();
  const navigate = useNavigate();
  useTitle(say('promises.title'));
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{say('promises.title')}</h1>
        <p>{say('promises.text')}</p>
      </header>
      <div className={styles.columns}>
        <section className={styles.part} aria-labelledby="promises-made">
          <h2 id="promises-made">{say('promises.toCustomers')}</h2>
          <PromiseList
            search={search}
            change={(next) => void navigate({ to: '/promises', search: next, replace: true })}
            link={({ id, displayName }) => (
              <Link to="/customers/$customerId" params={{ customerId: id }}>
                {displayName}
              </Link>
            )}
          />
        </section>
        <section className={styles.part} aria-labelledby="promises-keepable">
          <h2 id="promises-keepable">{say('promises.keepable')}</h2>
          <p className={styles.text}>{say('promises.keepableText')}</p>
          <PromiseCalculator />
        </section>
      </div>
    </div>
  );
}
