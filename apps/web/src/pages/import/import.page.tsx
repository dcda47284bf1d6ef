import { useSuspenseQuery } from '@apollo/client/react';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { FileX } from 'lucide-react';
import { importQuery, Wizard } from '#features/imports';
import { useWords } from '#lib/intl/words.ts';
import { useTitle } from '#lib/use-title.ts';
import { EmptyState } from '#ui/state/empty-state.tsx';
import styles from './import.module.css';

const route = getRouteApi('/in/import/$importId');

/** One import, from its columns to its end. */
export function ImportPage() {
  const say = useWords();
  const { importId } = route.useParams();
  const navigate = useNavigate();
  const { data } = useSuspenseQuery(importQuery, { variables: { id: importId }, errorPolicy: 'all' });
  useTitle(say('imports.title'));
  const run = data?.import;
  if (!run) {
    return (
      <EmptyState
        icon={<FileX size={24} aria-hidden />}
        title={say('imports.missing')}
        text={say('imports.missingText')}
        action={<Link to="/import">{say('imports.toImports')}</Link>}
      />
    );
  }
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{say('imports.title')}</h1>
        <p>
          <Link to="/import">{say('imports.toImports')}</Link>
        </p>
      </header>
      <Wizard
        key={run.id}
        run={run}
        formats={data.importFormats}
        onNew={() => void navigate({ to: '/import' })}
        onCustomers={() => void navigate({ to: '/customers' })}
        customerHref={(id) => `/customers/${id}`}
      />
    </div>
  );
}
