import { CustomerRow, type ListRow } from '#features/customers';
import { MergeDialog } from '#features/identity';
import { useOwned } from '#lib/graphql/use-owned.ts';

/** Makes the two customers that were chosen in the list one: the dialog opens with both, and what would become of them. */
export function MergeChosen({
  rows: [first, second],
  onClose,
  onMerged,
}: {
  rows: readonly [ListRow, ListRow];
  onClose: () => void;
  onMerged: () => void;
}) {
  const [one, other] = [useOwned(CustomerRow, first), useOwned(CustomerRow, second)];
  return (
    <MergeDialog
      customer={{ id: one.id, name: one.displayName }}
      second={{ id: other.id, name: other.displayName }}
      onClose={onClose}
      onMerged={onMerged}
    />
  );
}
