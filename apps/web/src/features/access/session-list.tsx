import { useApolloClient } from '@apollo/client/react';
import { Monitor } from 'lucide-react';
import type { ResultOf } from '#lib/graphql/graphql.ts';
import { useFormat } from '#lib/intl/format.ts';
import { useWords } from '#lib/intl/words.ts';
import { sayDone, sayFailed } from '#lib/undo/toasts.ts';
import { Pill } from '#ui/badges/pill.tsx';
import { Button } from '#ui/button/button.tsx';
import { Card } from '#ui/card/card.tsx';
import { browserName } from './browser-name.ts';
import { endSession, type meQuery } from './settings.documents.ts';
import styles from './settings.module.css';

type Session = NonNullable<NonNullable<ResultOf<typeof meQuery>['viewer']>['user']['sessions']>[number];

/** The browsers in which one is signed in; any but this one can be signed out from here. */
export function SessionList({ sessions, onEnded }: { sessions: readonly Session[]; onEnded: () => void }) {
  const say = useWords();
  const { ago } = useFormat();
  const client = useApolloClient();
  const end = async (session: Session) => {
    try {
      await client.mutate({ mutation: endSession, variables: { id: session.id } });
      sayDone(say('access.sessionEnded'));
      onEnded();
    } catch {
      sayFailed(say('access.noAnswer'), () => end(session));
    }
  };
  return (
    <Card title={say('access.sessions')}>
      <ul className={styles.lines}>
        {sessions.map((session) => {
          const name = browserName(session.userAgent) ?? say('access.unknownBrowser');
          return (
            <li key={session.id}>
              <Monitor size={18} aria-hidden />
              <p>
                <b>{name}</b>
                <small>
                  {[session.address, say('access.lastSeen', { ago: ago(session.lastSeenAt) })]
                    .filter(Boolean)
                    .join(' · ')}
                </small>
              </p>
              {session.isCurrent ? (
                <Pill tone="good">{say('access.thisBrowser')}</Pill>
              ) : (
                <Button aria-label={say('access.endSessionOf', { name })} onClick={() => void end(session)}>
                  {say('access.endSession')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
