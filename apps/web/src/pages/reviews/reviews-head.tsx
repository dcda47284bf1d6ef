import { type ComponentProps, type RefObject, useCallback } from 'react';
import { type ReviewsSearch, ReviewViews, reviewOrders } from '#features/voice';
import { useWords } from '#lib/intl/words.ts';
import { WorkHead } from '#ui/work-list/work-head.tsx';

const orderWords = {
  due: 'voice.orderDue',
  newest: 'voice.orderNewest',
  oldest: 'voice.orderOldest',
  rating: 'voice.orderRating',
} as const;

/** Which reviews are shown and in which order: views with their counts, and words to find. */
export function ReviewsHead({
  search,
  counts,
  find,
  go,
  onAdd,
}: {
  search: ReviewsSearch;
  counts: ComponentProps<typeof ReviewViews>['counts'];
  /** The field to find by, for its key. */
  find: RefObject<HTMLInputElement | null>;
  go: (next: ReviewsSearch) => void;
  onAdd: (() => void) | undefined;
}) {
  const say = useWords();
  const { view, order, q } = search;
  const onFind = useCallback((text: string | undefined) => go({ view, order, q: text }), [go, view, order]);
  return (
    <WorkHead
      title={say('voice.reviews')}
      add={onAdd && { label: say('voice.writeDown'), onAdd }}
      views={<ReviewViews search={search} counts={counts} open={(to) => go({ view: to })} />}
      find={{ label: say('voice.find'), text: q, field: find, onFind }}
      order={{
        label: say('voice.order'),
        value: order ?? (view === 'done' ? 'newest' : 'due'),
        options: reviewOrders.map((one) => [one, say(orderWords[one])] as const),
        onOrder: (next) => go({ view, q, order: next }),
      }}
    />
  );
}
