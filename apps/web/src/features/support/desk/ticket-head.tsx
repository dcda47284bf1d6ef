import {
  ArrowLeft,
  Bell,
  BellOff,
  Eye,
  GitMerge,
  Link2,
  PanelRight,
  PenLine,
  Split,
  UserPlus,
  X,
} from 'lucide-react';
import { channelText } from '#lib/channel-text.ts';
import { useFormat } from '#lib/intl/format.ts';
import { type MessageId, type Say, useWords } from '#lib/intl/words.ts';
import { colleagueText, sourceText } from '#lib/source-text.ts';
import { useViewer } from '#lib/viewer.ts';
import { KeyHint } from '#ui/badges/key-hint.tsx';
import { Pill } from '#ui/badges/pill.tsx';
import { Choice } from '#ui/form/choice.tsx';
import { ClockBadge, useNow } from './clock-badge.tsx';
import type { WorkTicket } from './desk.documents.ts';
import { TagsEditor } from './tags-editor.tsx';
import styles from './ticket-head.module.css';
import { TicketPromises } from './ticket-promises.tsx';
import type { Desk } from './use-desk.ts';
import {
  causeWords,
  fieldWord,
  isType,
  priorityWords,
  statusWords,
  ticketTypes,
  typeWords,
  valueWord,
} from './words.ts';

/** Colleagues and teams to choose from. */
export interface Staff {
  users: readonly { id: string; name: string; department: string | null; disabledAt: string | null }[];
  teams: readonly { id: string; name: string }[];
}

const keysOf = <T extends Record<string, MessageId>>(words: T) => Object.keys(words) as (keyof T & string)[];

/** Whether a source is called like its channel: "web form · Web form" says it twice. */
const isSameName = ({ channel, sourceName }: WorkTicket, say: Say): boolean =>
  channel !== null && channelText(channel, say).toLowerCase() === sourceText(sourceName, say).toLowerCase();

/** What a ticket is and how it stands: each value is changed where it is read. */
export function TicketHead({
  ticket,
  staff,
  desk,
  onBack,
  onMerge,
  onLink,
  onSplit,
  onPanel,
  onOpen,
}: {
  ticket: WorkTicket;
  staff: Staff;
  desk: Desk;
  /** Where the list is not beside it. */
  onBack: (() => void) | undefined;
  onMerge: () => void;
  onLink: () => void;
  onSplit: () => void;
  /** Shows whom it is from, where that is not beside it. */
  onPanel: () => void;
  onOpen: (id: string) => void;
}) {
  const say = useWords();
  const { date } = useFormat();
  const me = useViewer();
  const now = useNow();
  const did = (field: MessageId) => say('support.changed', { field: say(field) });
  const people = staff.users.filter(
    ({ id, department, disabledAt }) =>
      !disabledAt && (department === 'SUPPORT' || id === ticket.assignee?.id || id === me?.id),
  );
  return (
    <header className={styles.head}>
      <div className={styles.first}>
        {onBack && (
          <button
            type="button"
            className={styles.icon}
            onClick={onBack}
            aria-label={say('support.backToList')}
          >
            <ArrowLeft size={18} aria-hidden />
          </button>
        )}
        <h2>
          <span className={styles.number}>#{ticket.number}</span> {ticket.subject}
        </h2>
        <ClockBadge clocks={ticket.clocks} now={now} />
        <button
          type="button"
          className={styles.icon}
          aria-pressed={ticket.isFollowed}
          aria-label={say(ticket.isFollowed ? 'support.unfollow' : 'support.follow')}
          title={say(ticket.isFollowed ? 'support.unfollow' : 'support.follow')}
          onClick={() => void desk.follow(ticket, !ticket.isFollowed)}
        >
          {ticket.isFollowed ? <Bell size={17} aria-hidden /> : <BellOff size={17} aria-hidden />}
        </button>
        <button
          type="button"
          className={styles.icon}
          aria-label={say('support.merge')}
          title={say('support.merge')}
          onClick={onMerge}
        >
          <GitMerge size={17} aria-hidden />
        </button>
        <button
          type="button"
          className={styles.icon}
          aria-label={say('support.link')}
          title={say('support.link')}
          onClick={onLink}
        >
          <Link2 size={17} aria-hidden />
        </button>
        <button
          type="button"
          className={styles.icon}
          aria-label={say('support.split')}
          title={say('support.split')}
          onClick={onSplit}
        >
          <Split size={17} aria-hidden />
        </button>
        <button
          type="button"
          className={`${styles.icon} ${styles.panel}`}
          aria-label={say('support.panel')}
          title={say('support.panel')}
          onClick={onPanel}
        >
          <PanelRight size={17} aria-hidden />
        </button>
      </div>
      <div className={styles.fields}>
        <Choice
          label={say('support.fieldStatus')}
          hideLabel
          value={ticket.status}
          onChoose={(status) =>
            void desk.change(
              ticket,
              { status: status as WorkTicket['status'] },
              { status: ticket.status },
              did('support.fieldStatus'),
            )
          }
        >
          {keysOf(statusWords).map((status) => (
            <option key={status} value={status}>
              {say(statusWords[status])}
            </option>
          ))}
        </Choice>
        <Choice
          label={say('support.fieldPriority')}
          hideLabel
          value={ticket.priority ?? ''}
          onChoose={(priority) =>
            void desk.change(
              ticket,
              { priority: (priority || null) as WorkTicket['priority'] },
              { priority: ticket.priority },
              did('support.fieldPriority'),
            )
          }
        >
          <option value="">{say('support.noPriority')}</option>
          {keysOf(priorityWords).map((priority) => (
            <option key={priority} value={priority}>
              {say(priorityWords[priority])}
            </option>
          ))}
        </Choice>
        <Choice
          label={say('support.fieldAssignee')}
          hideLabel
          value={ticket.assignee?.id ?? (ticket.assigneeName ? 'theirs' : '')}
          onChoose={(id) =>
            void desk.change(
              ticket,
              { assigneeId: id || null },
              { assigneeId: ticket.assignee?.id ?? null },
              did('support.fieldAssignee'),
            )
          }
        >
          <option value="">{say('support.nobody')}</option>
          {!ticket.assignee && ticket.assigneeName && (
            <option value="theirs" disabled>
              {colleagueText(ticket.assigneeName)} ({sourceText(ticket.sourceName, say)})
            </option>
          )}
          {people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Choice>
        {staff.teams.length > 0 && (
          <Choice
            label={say('support.fieldTeam')}
            hideLabel
            value={ticket.team?.id ?? ''}
            onChoose={(id) =>
              void desk.change(
                ticket,
                { teamId: id || null },
                { teamId: ticket.team?.id ?? null },
                did('support.fieldTeam'),
              )
            }
          >
            <option value="">{say('support.noTeam')}</option>
            {staff.teams.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Choice>
        )}
        <Choice
          label={say('support.fieldCause')}
          hideLabel
          value={ticket.cause ?? ''}
          onChoose={(cause) =>
            void desk.change(
              ticket,
              { cause: (cause || null) as WorkTicket['cause'] },
              { cause: ticket.cause },
              did('support.fieldCause'),
            )
          }
        >
          <option value="">{say('support.noCause')}</option>
          {keysOf(causeWords).map((cause) => (
            <option key={cause} value={cause}>
              {say(causeWords[cause])}
            </option>
          ))}
        </Choice>
        <Choice
          label={say('support.fieldType')}
          hideLabel
          value={ticket.type ?? ''}
          onChoose={(type) =>
            void desk.change(ticket, { type: type || null }, { type: ticket.type }, did('support.fieldType'))
          }
        >
          <option value="">{say('support.noType')}</option>
          {ticket.type && !isType(ticket.type) && <option value={ticket.type}>{ticket.type}</option>}
          {ticketTypes.map((type) => (
            <option key={type} value={type}>
              {say(typeWords[type])}
            </option>
          ))}
        </Choice>
        {me && ticket.assignee?.id !== me.id && (
          <button
            type="button"
            className={styles.take}
            onClick={() =>
              void desk.change(
                ticket,
                { assigneeId: me.id },
                { assigneeId: ticket.assignee?.id ?? null },
                did('support.fieldAssignee'),
              )
            }
          >
            <UserPlus size={14} aria-hidden />
            {say('support.take')}
            <KeyHint keys="a" />
          </button>
        )}
      </div>
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
          onAdd={(tag) =>
            void desk.change(ticket, { addTags: [tag] }, { removeTags: [tag] }, did('support.fieldTags'))
          }
          onRemove={(tag) =>
            void desk.change(ticket, { removeTags: [tag] }, { addTags: [tag] }, did('support.fieldTags'))
          }
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
    </header>
  );
}
