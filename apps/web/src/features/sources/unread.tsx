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

/** What sources posted and nobody could read: why, and a way to try it again once its source was set right. */
export function Unread({
  alone,
}: {
  /** Whether nothing stands beside it that would say what this page is for. */
  alone: boolean;
}) {
  const say = useWords();
  const { locale } = useIntl();
  const { ago, date, number } = useFormat();
  const { rows, count, isExact, isKnown, error, refetch, more, busy, replay } = useUnread();
  const mayReplay = may('Mutation.replayUnreadable');
  const seesRaw = may('UnreadableSignal.raw');
  if (error) return <Broken onRetry={() => void refetch()} />;
  if (count === 0) return alone && isKnown ? <p className={styles.muted}>{say('sources.allRead')}</p> : null;
  return (
    <Card
      title={isExact ? say('sources.unread', { count }) : say('sources.unreadMany', { count: number(count) })}
      aside={
        mayReplay &&
        rows.length > 1 && (
          <Button disabled={busy} onClick={() => void replay(rows)}>
            {more ? say('sources.tryShown', { count: rows.length }) : say('sources.tryAll')}
          </Button>
        )
      }
    >
      <p className={styles.muted}>{say('sources.unreadText')}</p>
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
              {mayReplay && (
                <Button
                  disabled={busy}
                  aria-label={say('sources.tryAgainOf', { name, when: ago(row.receivedAt) })}
                  onClick={() => void replay([row])}
                >
                  {say('sources.tryAgain')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {more && (
        <Button tone="quiet" onClick={more}>
          {say('sources.olderUnread')}
        </Button>
      )}
    </Card>
  );
}
