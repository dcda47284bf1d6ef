import { Eye, Link2, PenLine, X } from 'lucide-react';
import { channelText } from '#lib/channel-text.ts';
import { useFormat } from '#lib/intl/format.ts';
import { type Say, useWords } from '#lib/intl/words.ts';
import { sourceText } from '#lib/source-text.ts';
import { Pill } from '#ui/badges/pill.tsx';
import type { WorkTicket } from './desk.documents.ts';
import { TagsEditor } from './tags-editor.tsx';
import styles from './ticket-head.module.css';
import { TicketPromises } from './ticket-promises.tsx';
import type { Desk } from './use-desk.ts';
import { fieldWord, valueWord } from './words.ts';

/** Whether a source is called like its channel: "web form · Web form" says it twice. */
const isSameName = ({ channel, sourceName }: WorkTicket, say: Say): boolean =>
  channel !== null && channelText(channel, say).toLowerCase() === sourceText(sourceName, say).toLowerCase();

/** Where a ticket came from, what its own system says, its tags, promises and bonds, and who else is looking at it. */
export function TicketFacts({
  ticket,
  desk,
  onOpen,
}: {
  ticket: WorkTicket;
  desk: Desk;
  onOpen: (id: string) => void;
}) {
  const say = useWords();
  const { date } = useFormat();
  const tagged = say('support.changed', { field: say('support.fieldTags') });
  return (
    <p className={styles.facts}>
      {[
        ticket.channel && channelText(ticket.channel, say),
        ticket.isOurOwn || isSameName(ticket, say) ? null : sourceText(ticket.sourceName, say),
        date(ticket.openedAt, 'dateTime'),
      ]
        .filter(Boolean)
        .join(' · ')}
      {ticket.sourceStatus && (
        <Pill tone="warn">
          {say('support.sourceSays', {
            source: sourceText(ticket.sourceName, say),
            status: say(
              valueWord('status', ticket.sourceStatus) ?? fieldWord('status') ?? 'support.fieldStatus',
            ),
          })}
        </Pill>
      )}
      <TagsEditor
        tags={ticket.tags}
        onAdd={(tag) => void desk.change(ticket, { addTags: [tag] }, { removeTags: [tag] }, tagged)}
        onRemove={(tag) => void desk.change(ticket, { removeTags: [tag] }, { addTags: [tag] }, tagged)}
      />
      <TicketPromises promises={ticket.promises} />
      {ticket.bonds.map(
        ({ kind, ticket: other }) =>
          other && (
            <span key={other.id} className={styles.bond}>
              <Link2 size={13} aria-hidden />
              <button type="button" onClick={() => onOpen(other.id)} title={other.subject}>
                #{other.number}
              </button>
              {kind === 'related' && (
                <button
                  type="button"
                  aria-label={say('support.unlink', { number: other.number })}
                  title={say('support.unlink', { number: other.number })}
                  onClick={() => void desk.link(ticket, other.id, false)}
                >
                  <X size={12} aria-hidden />
                </button>
              )}
            </span>
          ),
      )}
      {ticket.presence.map(({ userId, userName, doing }) => (
        <span key={userId} className={styles.there}>
          {doing === 'REPLYING' ? <PenLine size={13} aria-hidden /> : <Eye size={13} aria-hidden />}
          {say(doing === 'REPLYING' ? 'support.isReplying' : 'support.isLooking', { name: userName })}
        </span>
      ))}
    </p>
  );
}
