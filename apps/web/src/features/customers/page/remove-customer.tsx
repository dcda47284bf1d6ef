import { lazy, Suspense, useState } from 'react';
import { useWords } from '#lib/intl/words.ts';
import { may } from '#lib/viewer.ts';
import { Button } from '#ui/button/button.tsx';

const RemoveDialog = lazy(async () => ({ default: (await import('./remove-dialog.tsx')).RemoveDialog }));

/** The way to take away a customer who was added by mistake, for those who may. */
export function RemoveCustomer({ customer }: { customer: { id: string; name: string } }) {
  const say = useWords();
  const [asking, setAsking] = useState(false);
  if (!may('Mutation.removeCustomer')) return null;
  return (
    <>
      <Button tone="quiet" flush onClick={() => setAsking(true)}>
        {say('customers.remove')}
      </Button>
      {asking && (
        <Suspense>
          <RemoveDialog customer={customer} onClose={() => setAsking(false)} />
        </Suspense>
      )}
    </>
  );
}
