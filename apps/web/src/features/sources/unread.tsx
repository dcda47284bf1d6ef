import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useFormat } from '#lib/intl/format.ts';
import { useWords } from '#lib/intl/words.ts';
import { refusedText } from '#lib/refused-text.ts';
import { sourceText } from '#lib/source-text.ts';
import { may } from '#lib/viewer.ts';
import { Button } from '#ui/button/button.tsx';
import { Broken } from '#ui/card/broken.tsx';
import { Card } from '#ui/card/card.tsx';
import styles from './sources.module.css';
import { UnreadRaw } from './unread-raw.tsx';
import { useUnread } from './use-unread.ts';

/** What sources posted and nobody could read: why, a way to try it again once its source was set right, and one to put away what never will be. */
export function Unread({
  alone,
}: {
  /** Whether nothing stands beside it that would say what this page is for. */
  alone: boolean;
}) {
  const say = useWords();
  const { locale } = useIntl();
  const { ago, date, number } = useFormat();
  const [dismissed, setDismissed] = useState(false);
  const { rows, count, isExact, isKnown, error, refetch, more, busy, replay, put } = useUnread(dismissed);
  const mayReplay = may('Mutation.replayUnreadable');
  const mayPut = may('Mutation.dismissUnreadables');
  const seesRaw = may('UnreadableSignal.raw');
  if (error) return <Broken onRetry={() => void refetch()} />;
  const other = (
    <Button tone="quiet" flush onClick={() => setDismissed(!dismissed)}>
      {say(dismissed ? 'sources.showWaiting' : 'sources.showDismissed')}
    </Button>
  );
  if (count === 0 && !dismissed)
    return isKnown ? (
      <div>
        {alone && <p className={styles.muted}>{say('sources.allRead')}</p>}
        {mayPut && other}
      </div>
    ) : null;
  const words = dismissed
    ? ({ title: 'sources.awayTitle', many: 'sources.awayMany', text: 'sources.awayText' } as const)
    : ({ title: 'sources.unread', many: 'sources.unreadMany', text: 'sources.unreadText' } as const);
  const title =
    count === 0
      ? say('sources.noneAway')
      : isExact
        ? say(words.title, { count })
        : say(words.many, { count: number(count) });
  return (
    <Card
      title={title}
      aside={
        rows.length > 1 &&
        !dismissed && (
          <span className={styles.acts}>
            {mayPut && (
              <Button tone="quiet" disabled={busy} onClick={() => void put(rows)}>
                {say('sources.dismissShown')}
              </Button>
            )}
            {mayReplay && (
              <Button disabled={busy} onClick={() => void replay(rows)}>
                {more ? say('sources.tryShown', { count: rows.length }) : say('sources.tryAll')}
              </Button>
            )}
          </span>
        )
      }
    >
      {count > 0 && <p className={styles.muted}>{say(words.text)}</p>}
      <ul className={styles.unread}>
        {rows.map((row) => {
          const name = sourceText(row.source.name, say);
          const reason = refusedText(row, locale, say);
          return (
            <li key={row.id}>
              <div>
                <p>
                  <b>{name}</b>
                  <small>
                    <time dateTime={row.receivedAt} title={date(row.receivedAt, 'dateTime')}>
                      {ago(row.receivedAt)}
                    </time>
                  </small>
                </p>
                <p>{reason}</p>
                {row.path && !reason.includes(row.path) && (
                  <small>{say('sources.where', { path: row.path })}</small>
                )}
                {seesRaw && <UnreadRaw id={row.id} name={name} />}
              </div>
              <span className={styles.acts}>
                {mayPut && (
                  <Button
                    tone="quiet"
                    disabled={busy}
                    aria-label={say(dismissed ? 'sources.restoreOf' : 'sources.dismissOf', {
                      name,
                      when: ago(row.receivedAt),
                    })}
                    onClick={() => void put([row])}
                  >
                    {say(dismissed ? 'sources.restore' : 'sources.dismiss')}
                  </Button>
                )}
                {mayReplay && (
                  <Button
                    disabled={busy}
                    aria-label={say('sources.tryAgainOf', { name, when: ago(row.receivedAt) })}
                    onClick={() => void replay([row])}
                  >
                    {say('sources.tryAgain')}
                  </Button>
                )}
              </span>
            </li>
          );
        })}
      </ul>
      {more && (
        <Button tone="quiet" onClick={more}>
          {say('sources.olderUnread')}
        </Button>
      )}
      {mayPut && <p className={styles.other}>{other}</p>}
    </Card>
  );
}
