import { Link } from '@tanstack/react-router';
import { UsersRound } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import {
  type Doubt,
  DoubtBecomes,
  DoubtSides,
  DoubtWeighed,
  LastRun,
  Likelihood,
  useDoubts,
} from '#features/identity';
import { announce } from '#lib/announce.ts';
import { useCommands } from '#lib/hotkeys/use-commands.ts';
import { useWords } from '#lib/intl/words.ts';
import { useTitle } from '#lib/use-title.ts';
import { may } from '#lib/viewer.ts';
import { Button } from '#ui/button/button.tsx';
import { EmptyState } from '#ui/state/empty-state.tsx';
import { Failure } from '#ui/state/failure.tsx';
import styles from './duplicates.module.css';

const linkTo = ({ id, displayName }: { id: string; displayName: string }) => (
  <Link to="/customers/$customerId" params={{ customerId: id }}>
    {displayName}
  </Link>
);

/** Cases that only a person can settle, one after the other, without leaving the keyboard. */
export function DuplicatesPage() {
  const say = useWords();
  const { doubts, count, isExact, error, refetch, more, safe, link, linkSafe, hold } = useDoubts();
  const [chosen, setChosen] = useState<string | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const at = Math.max(
    0,
    doubts.findIndex(({ doubt: { id } }) => id === chosen),
  );
  const here = doubts[at];
  const doubt = here?.doubt;

  const show = (next: Doubt | undefined) => {
    setChosen(next?.id ?? null);
    if (next) announce(say('identity.pair', { a: next.candidate.displayName, b: next.customer.displayName }));
  };
  const step = (by: number) => show(doubts[Math.min(doubts.length - 1, Math.max(0, at + by))]?.doubt);
  const settle = (act: (doubt: Doubt) => void) => {
    if (!doubt) return;
    const next = doubts[at + 1] ?? doubts[at - 1];
    act(doubt);
    show(next?.doubt);
  };
  const canLink = may('Mutation.linkDoubt');
  const canLinkSafe = may('Mutation.linkSafeDoubts') && safe > 0;
  const canSeparate = may('Mutation.separateDoubt');
  const merge = () => canLink && settle((each) => void link(each));
  const keep = () => canSeparate && settle((each) => hold(each.id));
  useCommands({
    id: 'duplicates',
    label: 'identity.duplicates',
    commands: [
      { id: 'doubt-link', label: 'identity.link', keys: 'enter', run: merge },
      { id: 'doubt-apart', label: 'identity.keepApart', keys: 'd', run: keep },
      {
        id: 'doubt-safe',
        label: 'identity.mergeSafeAll',
        keys: 'shift+m',
        run: () => canLinkSafe && void linkSafe(),
      },
      { id: 'doubt-skip', label: 'identity.skip', keys: 'k', also: ['j', 'down'], run: () => step(1) },
      { id: 'doubt-back', label: 'identity.previous', keys: 'up', run: () => step(-1) },
    ],
  });
  useTitle(say('identity.duplicates'));
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: 'nearest' });
  }, [at]);

  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{say('identity.duplicates')}</h1>
        {count !== undefined && count > 0 && (
          <p>{say(isExact ? 'identity.waiting' : 'identity.waitingMore', { count })}</p>
        )}
        {canLinkSafe && (
          <Button keys="shift+m" title={say('identity.mergeSafeText')} onClick={() => void linkSafe()}>
            {say('identity.mergeSafe', { count: safe })}
          </Button>
        )}
      </header>
      <LastRun />
      {count === 0 && (
        <EmptyState
          icon={<UsersRound size={24} aria-hidden />}
          title={say('identity.noDoubts')}
          text={say('identity.noDoubtsText')}
          action={<Link to="/customers">{say('identity.toCustomers')}</Link>}
        />
      )}
      {here && doubt && (
        <div className={styles.split}>
          <nav className={styles.queue} aria-label={say('identity.queue')}>
            <ul ref={list}>
              {doubts.map(({ doubt: each, at: place, of }) => (
                <li key={each.id}>
                  <button
                    type="button"
                    aria-current={each === doubt || undefined}
                    onClick={() => setChosen(each.id)}
                  >
                    <b>{each.candidate.displayName}</b>
                    <span>{each.customer.displayName}</span>
                    <small>
                      <Likelihood part={each.probability} />
                    </small>
                    {of > 1 && <i>{say('identity.ofSamePeople', { at: place, of })}</i>}
                  </button>
                </li>
              ))}
            </ul>
            {more && <Button onClick={more}>{say('identity.moreDoubts')}</Button>}
          </nav>
          <section className={styles.case} aria-label={say('identity.case')}>
            <div className={styles.acts}>
              {canLink && (
                <Button tone="primary" keys="enter" onClick={merge}>
                  {say('identity.link')}
                </Button>
              )}
              {canSeparate && (
                <Button keys="d" onClick={keep}>
                  {say('identity.keepApart')}
                </Button>
              )}
              <Button tone="quiet" keys="k" onClick={() => step(1)} disabled={at >= doubts.length - 1}>
                {say('identity.skip')}
              </Button>
            </div>
            {here.of > 1 && (
              <p className={styles.note}>{say('identity.ofSamePeopleText', { at: here.at, of: here.of })}</p>
            )}
            <DoubtSides doubt={doubt} link={linkTo} />
            <DoubtBecomes doubt={doubt} />
            <DoubtWeighed key={doubt.id} id={doubt.id} link={linkTo} />
            <p className={styles.note}>{say('identity.linkText')}</p>
          </section>
        </div>
      )}
    </div>
  );
}
