import { Link } from '@tanstack/react-router';
import { Compass } from 'lucide-react';
import { useWords } from '#lib/intl/words.ts';
import { EmptyState } from '#ui/state/empty-state.tsx';

/** An address at which there is nothing. */
export function NotFound() {
  const say = useWords();
  return (
    <EmptyState
      icon={<Compass size={24} aria-hidden />}
      title={say('shell.notFound')}
      text={say('shell.notFoundText')}
      action={<Link to="/customers">{say('shell.toCustomers')}</Link>}
    />
  );
}
