import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { graphql } from '#lib/graphql/graphql.ts';
import { useWords } from '#lib/intl/words.ts';
import { refusalText } from '#lib/refusal-text.ts';
import { offerUndo, sayFailed } from '#lib/undo/toasts.ts';
import { Dialog } from '#ui/dialog/dialog.tsx';
import { DialogForm } from '#ui/dialog/dialog-form.tsx';
import { DialogHead } from '#ui/dialog/dialog-head.tsx';
import { Field } from '#ui/form/field.tsx';
import { useRemoval } from './page/use-removal.ts';

const addCustomer = graphql(`
  mutation AddCustomer($input: NewCustomer!) {
    addCustomer(input: $input) {
      __typename
      ... on Customer { id displayName }
      ... on Refusal { code message field }
    }
  }
`);

const empty = { fullName: '', email: '', phone: '', companyName: '', jobTitle: '' };

/** Adds a customer by hand: a name is enough, and what is typed stays when the server refuses. */
export function NewCustomer({ onClose, onAdded }: { onClose: () => void; onAdded: (id: string) => void }) {
  const say = useWords();
  const client = useApolloClient();
  const remove = useRemoval();
  const [typed, setTyped] = useState(empty);
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<{ field: string | null; text: string } | null>(null);
  const about = (field: keyof typeof empty) => (wrong?.field === field ? wrong.text : null);
  const bind = (name: keyof typeof empty) => ({
    name,
    value: typed[name],
    wrong: about(name),
    onChange: (event: React.ChangeEvent<HTMLInputElement>) =>
      setTyped({ ...typed, [name]: event.target.value }),
  });

  const save = async () => {
    setBusy(true);
    setWrong(null);
    try {
      const given = Object.fromEntries(
        Object.entries(typed)
          .map(([name, value]) => [name, value.trim()])
          .filter(([, value]) => value !== ''),
      );
      const { data } = await client.mutate({
        mutation: addCustomer,
        variables: { input: { ...given, fullName: typed.fullName.trim() } },
      });
      const answer = data?.addCustomer;
      if (answer?.__typename === 'Customer') {
        offerUndo(say('customers.added', { name: answer.displayName }), async () => {
          const why = await remove(answer.id);
          if (why) sayFailed(why);
        });
        onAdded(answer.id);
        return;
      }
      setWrong({
        field: answer?.field ?? null,
        text: answer ? refusalText(answer, say) : say('customers.bulkFailed'),
      });
    } catch {
      setWrong({ field: null, text: say('customers.bulkFailed') });
    } finally {
      setBusy(false);
    }
  };

  return (
    <Dialog label={say('customers.new')} onClose={onClose} size="small">
      <DialogHead title={say('customers.new')} onClose={onClose} />
      <DialogForm
        keep={say('customers.add')}
        busy={busy}
        wrong={wrong && !Object.keys(empty).includes(wrong.field ?? '') ? wrong.text : null}
        onSubmit={() => void save()}
        onClose={onClose}
      >
        <Field
          label={say('customers.name')}
          required
          maxLength={200}
          autoComplete="off"
          first
          {...bind('fullName')}
        />
        <Field label={say('about.email')} type="email" autoComplete="off" {...bind('email')} />
        <Field label={say('about.phone')} type="tel" autoComplete="off" {...bind('phone')} />
        <Field label={say('customers.company')} autoComplete="off" maxLength={200} {...bind('companyName')} />
        <Field label={say('about.jobTitle')} autoComplete="off" maxLength={200} {...bind('jobTitle')} />
      </DialogForm>
    </Dialog>
  );
}
