import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { graphql } from '#lib/graphql/graphql.ts';
import { useFound } from '#lib/graphql/use-found.ts';
import { useWords } from '#lib/intl/words.ts';
import { refusalText } from '#lib/refusal-text.ts';
import { Dialog } from '#ui/dialog/dialog.tsx';
import { DialogForm, DialogRow } from '#ui/dialog/dialog-form.tsx';
import { DialogHead } from '#ui/dialog/dialog-head.tsx';
import { Choice } from '#ui/form/choice.tsx';
import { Field } from '#ui/form/field.tsx';
import { WordOptions } from '#ui/form/options.tsx';
import { TextArea } from '#ui/form/text-area.tsx';
import styles from './new-ticket.module.css';
import { priorities, priorityWords } from './words.ts';

const findQuery = graphql(`
  query FindForTicket($text: String!) {
    search(text: $text, first: 6) { customer { id displayName emails { display } } }
  }
`);

const openMutation = graphql(`
  mutation OpenTicket($input: NewTicket!) {
    openTicket(input: $input) {
      __typename
      ... on Ticket { id number }
      ... on Refusal { code message }
    }
  }
`);

const channels = ['phone', 'email', 'chat', 'in-person'] as const;
const channelWords = {
  phone: 'support.channelPhone',
  email: 'support.channelEmail',
  chat: 'support.channelChat',
  'in-person': 'support.channelInPerson',
} as const;

/** Writes down what a customer asks, for whoever called or stood at the counter. */
export function NewTicket({ onClose, onOpened }: { onClose: () => void; onOpened: (id: string) => void }) {
  const say = useWords();
  const [text, setText] = useState('');
  const [who, setWho] = useState<{ id: string; displayName: string } | null>(null);
  const [subject, setSubject] = useState('');
  const [description, setDescription] = useState('');
  const [channel, setChannel] = useState<string>('phone');
  const [priority, setPriority] = useState<string>('');
  const [wrong, setWrong] = useState<string | null>(null);
  const answer = useFound(findQuery, who ? '' : text);
  const [open, { loading }] = useMutation(openMutation);
  const found = new Map<
    string,
    { id: string; displayName: string; emails: readonly { display: string }[] }
  >();
  for (const { customer } of answer === 'failed' ? [] : (answer?.search ?? []))
    if (customer) found.set(customer.id, customer);

  const submit = async () => {
    if (!who || !subject.trim()) return;
    setWrong(null);
    try {
      const { data } = await open({
        variables: {
          input: {
            customerId: who.id,
            subject: subject.trim(),
            ...(description.trim() ? { description: description.trim() } : {}),
            channel,
            ...(priority ? { change: { priority: priority as 'HIGH' } } : {}),
          },
        },
      });
      const ticket = data?.openTicket;
      if (ticket?.__typename === 'Ticket') onOpened(ticket.id);
      else if (ticket) setWrong(refusalText(ticket, say));
    } catch {
      setWrong(say('support.failed'));
    }
  };
  return (
    <Dialog label={say('support.newTicket')} onClose={onClose}>
      <DialogHead title={say('support.newTicket')} onClose={onClose} />
      <DialogForm
        keep={say('support.openIt')}
        ready={Boolean(who && subject.trim())}
        busy={loading}
        wrong={wrong}
        onSubmit={() => void submit()}
        onClose={onClose}
      >
        <Field
          first
          label={say('support.whoAsks')}
          value={who ? who.displayName : text}
          autoComplete="off"
          onChange={(event) => {
            setWho(null);
            setText(event.target.value);
          }}
        />
        {!who && found.size > 0 && (
          <ul className={styles.found}>
            {[...found.values()].map((customer) => (
              <li key={customer.id}>
                <button type="button" onClick={() => setWho(customer)}>
                  {customer.displayName}
                  <small>{customer.emails[0]?.display}</small>
                </button>
              </li>
            ))}
          </ul>
        )}
        <Field
          label={say('support.fieldSubject')}
          value={subject}
          maxLength={500}
          onChange={(event) => setSubject(event.target.value)}
        />
        <TextArea
          label={say('support.whatTheySaid')}
          rows={5}
          value={description}
          onChange={(event) => setDescription(event.target.value)}
        />
        <DialogRow>
          <Choice label={say('support.how')} value={channel} onChoose={setChannel}>
            {channels.map((one) => (
              <option key={one} value={one}>
                {say(channelWords[one])}
              </option>
            ))}
          </Choice>
          <Choice label={say('support.fieldPriority')} value={priority} onChoose={setPriority}>
            <option value="">{say('support.noPriority')}</option>
            <WordOptions words={priorityWords} values={priorities} />
          </Choice>
        </DialogRow>
      </DialogForm>
    </Dialog>
  );
}
