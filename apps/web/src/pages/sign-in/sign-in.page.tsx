import { useQuery } from '@apollo/client/react';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { DemoEntrance, entranceQuery, SetUpForm, SignInForm } from '#features/access';
import { useLocale } from '#lib/intl/locale-context.ts';
import { localeNames, locales } from '#lib/intl/locales.ts';
import { useWords } from '#lib/intl/words.ts';
import { useStore } from '#lib/store/store.ts';
import { sessionOver } from '#lib/viewer.ts';
import { Fold } from '#ui/card/fold.tsx';
import { Mark } from '#ui/mark.tsx';
import { Bone } from '#ui/state/bones.tsx';
import { Failure } from '#ui/state/failure.tsx';
import styles from './sign-in.module.css';

const route = getRouteApi('/sign-in');

/** The entrance: sign in, the very first setup, or one click into the demo. */
export function SignInPage() {
  const say = useWords();
  const [locale, setLocale] = useLocale();
  const router = useRouter();
  const { back } = route.useSearch();
  const isOver = useStore(sessionOver);
  const { data, error, refetch, stopPolling } = useQuery(entranceQuery, {
    fetchPolicy: 'network-only',
    pollInterval: 2_000,
  });
  const entrance = data?.entrance;
  // Only a demo that is still being filled has anything to follow.
  if (
    entrance &&
    (!entrance.demoImport || ['DONE', 'FAILED', 'CANCELLED', 'UNDONE'].includes(entrance.demoImport.status))
  )
    stopPolling();
  const enter = () => void router.navigate({ href: back ?? '/', replace: true });
  return (
    <main className={styles.page}>
      <div className={styles.brand}>
        <Mark size={44} />
        <p className={styles.name}>Ancora</p>
        <p className={styles.claim}>{say('entrance.claim')}</p>
      </div>
      <div className={styles.card}>
        {isOver && (
          <p className={styles.over} role="status">
            {say('access.sessionOver')}
          </p>
        )}
        {error && !entrance && <Failure error={error} onRetry={() => void refetch()} />}
        {!entrance && !error && (
          <div className={styles.bones}>
            <Bone width="40%" height={22} />
            <Bone height={42} />
            <Bone height={42} />
          </div>
        )}
        {entrance?.demo && entrance.demoUsers.length > 0 && (
          <DemoEntrance entrance={entrance} onEntered={enter} />
        )}
        {entrance?.setupNeeded && (
          <section>
            <h1>{say('entrance.setUp')}</h1>
            <p className={styles.muted}>{say('entrance.setUpText')}</p>
            <SetUpForm onEntered={enter} />
          </section>
        )}
        {entrance && !entrance.setupNeeded && (
          <section>
            <h1>{say('entrance.signIn')}</h1>
            <SignInForm onEntered={enter} />
          </section>
        )}
        {entrance?.demo && (
          <Fold label={say('entrance.ownData')}>
            <p className={styles.muted}>{say('entrance.ownDataText')}</p>
            <SetUpForm onEntered={enter} />
          </Fold>
        )}
      </div>
      <nav className={styles.languages} aria-label={say('entrance.language')}>
        {locales.map((each) => (
          <button
            key={each}
            type="button"
            lang={each}
            aria-pressed={each === locale}
            onClick={() => setLocale(each)}
          >
            {localeNames[each]}
          </button>
        ))}
      </nav>
    </main>
  );
}
