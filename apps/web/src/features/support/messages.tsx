import { useQuery } from '@apollo/client/react';
import { graphql } from '#lib/graphql/graphql.ts';
import { useFormat } from '#lib/intl/format.ts';
import { useWords } from '#lib/intl/words.ts';
import { Pill } from '#ui/badges/pill.tsx';
import { Broken } from '#ui/card/broken.tsx';
import { CardNote } from '#ui/card/card.tsx';
import { Bone } from '#ui/state/bones.tsx';
import styles from './tickets.module.css';

const messagesQuery = graphql(`
  query TicketMessages($id: ID!) {
    node(id: $id) {
      __typename
      ... on Ticket {
        id
        description
        messages(first: 50) { id authorKind authorName isPublic body at }
      }
    }
  }
`);

const authors = { CUSTOMER: 'support.customer', AGENT: 'support.agent', BOT: 'support.bot' } as const;

/** What was said in a ticket, oldest first; internal words are marked and coloured apart. */
export function Messages({ ticketId, count }: { ticketId: string; count: number }) {
  const say = useWords();
  const { date } = useFormat();
  const { data, error, refetch } = useQuery(messagesQuery, { variables: { id: ticketId } });
  if (error) return <Broken onRetry={() => void refetch()} />;
  if (!data) {
    return (
      <div className={styles.messages}>
        <Bone height={48} />
      </div>
    );
  }
  const ticket = data.node?.__typename === 'Ticket' ? data.node : null;
  const messages = ticket?.messages ?? [];
  if (messages.length === 0)
    return <CardNote>{ticket?.description ?? say(count > 0 ? 'ui.failed' : 'support.noMessages')}</CardNote>;
  return (
    <ol className={styles.messages}>
      {messages.map((message) => (
        <li key={message.id} data-author={message.authorKind} data-internal={!message.isPublic || undefined}>
          <p className={styles.author}>
            <b>{message.authorName ?? say(authors[message.authorKind])}</b>
            <time dateTime={message.at}>{date(message.at, 'dateTime')}</time>
            {!message.isPublic && <Pill tone="warn">{say('support.internal')}</Pill>}
          </p>
          <p className={styles.body}>{message.body}</p>
        </li>
      ))}
    </ol>
  );
}
