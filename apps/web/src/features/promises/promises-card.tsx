import type { FragmentOf } from '#lib/graphql/graphql.ts';
import { useOwned } from '#lib/graphql/use-owned.ts';
import { useWords } from '#lib/intl/words.ts';
import { may } from '#lib/viewer.ts';
import { Broken } from '#ui/card/broken.tsx';
import { Card, CardNote } from '#ui/card/card.tsx';
import { Fold } from '#ui/card/fold.tsx';
import { NewPromise } from './new-promise.tsx';
import { PromiseLine } from './promise-line.tsx';
import { PromisesFragment } from './promises.documents.ts';
import { usePromises } from './use-promises.ts';

/** What we promised this customer: what waits first, then how the others ended. */
export function PromisesCard({
  customer,
}: {
  customer: { id: string } & FragmentOf<typeof PromisesFragment>;
}) {
  const say = useWords();
  const { id, promises } = useOwned(PromisesFragment, customer);
  const acts = usePromises();
  const waiting = promises?.filter(({ standing }) => standing === 'OPEN' || standing === 'BROKEN') ?? [];
  const settled = promises?.filter((each) => !waiting.includes(each)) ?? [];
  const kept = settled.filter(({ standing }) => standing === 'KEPT').length;
  const decided = [...settled, ...waiting].filter(({ standing }) =>
    ['KEPT', 'LATE', 'BROKEN'].includes(standing),
  ).length;
  return (
    <Card
      title={say('promises.title')}
      aside={decided > 0 && <span>{say('promises.keptOf', { kept, count: decided })}</span>}
    >
      {promises === null && <Broken />}
      {promises && may('Mutation.makePromise') && <NewPromise customerId={id} acts={acts} />}
      {promises && waiting.length === 0 && <CardNote>{say('promises.noneOpen')}</CardNote>}
      <ul>
        {waiting.map((promise) => (
          <PromiseLine key={promise.id} promise={promise} acts={acts} />
        ))}
      </ul>
      {settled.length > 0 && (
        <Fold label={say('promises.settled', { count: settled.length })}>
          <ul>
            {settled.map((promise) => (
              <PromiseLine key={promise.id} promise={promise} acts={acts} />
            ))}
          </ul>
        </Fold>
      )}
    </Card>
  );
}
