import { useSuspenseQuery } from '@apollo/client/react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { ChevronLeft, FileX } from 'lucide-react';
import { ContentView, contentItemQuery } from '#features/content';
import { useWords } from '#lib/intl/words.ts';
import { useTitle } from '#lib/use-title.ts';
import { EmptyState } from '#ui/state/empty-state.tsx';
import styles from './content.module.css';

const route = getRouteApi('/in/content/$contentId');

/** One piece of content, as its author and everybody who gives it see it. */
export function ContentItemPage() {
  const say = useWords();
  const { contentId } = route.useParams();
  const { data } = useSuspenseQuery(contentItemQuery, { variables: { id: contentId }, errorPolicy: 'all' });
  const item = data?.contentItem;
  const title = item?.title;
  useTitle(title);
  return (
    <div className={styles.page}>
      <Link to="/content" className={styles.back}>
        <ChevronLeft size={15} aria-hidden />
        {say('content.library')}
      </Link>
      {item ? (
        <ContentView
          key={item.id}
          item={item}
          customerLink={({ id, displayName }) => (
            <Link to="/customers/$customerId" params={{ customerId: id }}>
              {displayName}
            </Link>
          )}
        />
      ) : (
        <EmptyState
          icon={<FileX size={24} aria-hidden />}
          title={say('content.gone')}
          text={say('content.goneText')}
        />
      )}
    </div>
  );
}
