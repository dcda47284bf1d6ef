import { useQuery } from '@apollo/client/react';
import { TriangleAlert } from 'lucide-react';
import { useWords } from '#lib/intl/words.ts';
import { sourceText } from '#lib/source-text.ts';
import { may } from '#lib/viewer.ts';
import { KeyHint } from '#ui/badges/key-hint.tsx';
import { Card } from '#ui/card/card.tsx';
import { ticketQuery } from '../desk/desk.documents.ts';
import { useDesk } from '../desk/use-desk.ts';
import { FieldInput } from './field-input.tsx';
import { wishOf } from './field-wish.ts';
import styles from './ticket-fields-card.module.css';

/** What this house wants to know of the ticket that is open: each field is filled in where it is read. */
export function TicketFieldsCard({ ticketId }: { ticketId: string }) {
  const say = useWords();
  const desk = useDesk();
  const { data } = useQuery(ticketQuery, { variables: { id: ticketId }, fetchPolicy: 'cache-first' });
  const ticket = data?.ticket;
  if (!ticket || ticket.id !== ticketId || ticket.fields.length === 0) return null;
  return (
    <Card title={say('support.ownFields')} aside={<KeyHint keys="f" />}>
      <div className={styles.fields}>
        {ticket.fields.map((value, place) => (
          <div key={value.field.key}>
            <FieldInput
              field={value.field}
              wish={wishOf(value)}
              first={place === 0}
              disabled={!may('Mutation.changeTickets')}
              onKeep={(wish) =>
                void desk.change(
                  ticket,
                  { fields: [wish] },
                  { fields: [wishOf(value)] },
                  say('support.changed', { field: value.field.name }),
                )
              }
            />
            {value.unfit && (
              <p className={styles.unfit}>
                <TriangleAlert size={13} aria-hidden />
                {say('support.fieldUnfit', { source: sourceText(ticket.sourceName, say), word: value.unfit })}
              </p>
            )}
          </div>
        ))}
      </div>
    </Card>
  );
}
