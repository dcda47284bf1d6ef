import { UserPlus } from 'lucide-react';
import { type MessageId, useWords } from '#lib/intl/words.ts';
import { colleagueText, sourceText } from '#lib/source-text.ts';
import { useViewer } from '#lib/viewer.ts';
import { KeyHint } from '#ui/badges/key-hint.tsx';
import { Choice } from '#ui/form/choice.tsx';
import { NamedOptions, WordOptions } from '#ui/form/options.tsx';
import type { WorkTicket } from './desk.documents.ts';
import styles from './ticket-head.module.css';
import type { Desk } from './use-desk.ts';
import { causeWords, isType, priorityWords, statusWords, ticketTypes, typeWords } from './words.ts';

/** Colleagues and teams to choose from. */
export interface Staff {
  users: readonly { id: string; name: string; department: string | null; disabledAt: string | null }[];
  teams: readonly { id: string; name: string }[];
}

/** How a ticket stands and whose it is: each value is changed where it is read. */
export function TicketChoices({ ticket, staff, desk }: { ticket: WorkTicket; staff: Staff; desk: Desk }) {
  const say = useWords();
  const me = useViewer();
  const did = (field: MessageId) => say('support.changed', { field: say(field) });
  const people = staff.users.filter(
    ({ id, department, disabledAt }) =>
      !disabledAt && (department === 'SUPPORT' || id === ticket.assignee?.id || id === me?.id),
  );
  return (
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
        <WordOptions words={statusWords} />
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
        <WordOptions words={priorityWords} />
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
        <NamedOptions of={people} />
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
          <NamedOptions of={staff.teams} />
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
        <WordOptions words={causeWords} />
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
        <WordOptions words={typeWords} values={ticketTypes} />
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
  );
}
