import { CustomerRow, type ListRow } from '#features/customers';
import { MergeDialog } from '#features/identity';
import { useOwned } from '#lib/graphql/use-owned.ts';

// Whoever could be chosen has stood in the list, and is known since.
const known = (id: string) => ({ __typename: 'Customer', id }) as unknown as ListRow;

/** Makes the two customers that were chosen in the list one: the dialog opens with both, and what would become of them. */
export function MergeChosen({
  ids: [first, second],
  onClose,
  onMerged,
}: {
  ids: readonly [string, string];
  onClose: () => void;
  onMerged: () => void;
}) {
  const [one, other] = [useOwned(CustomerRow, known(first)), useOwned(CustomerRow, known(second))];
  return (
    <MergeDialog
      customer={{ id: one.id, name: one.displayName }}
      second={{ id: other.id, name: other.displayName }}
      onClose={onClose}
      onMerged={onMerged}
    />
  );
}
