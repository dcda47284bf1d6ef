import { useApolloClient } from '@apollo/client/react';
import { useRouter } from '@tanstack/react-router';
import { LogOut, Settings } from 'lucide-react';
import { useWords } from '#lib/intl/words.ts';
import { useViewer } from '#lib/viewer.ts';
import { Avatar } from '#ui/badges/avatar.tsx';
import { Menu } from '#ui/menu/menu.tsx';
import { signOut } from '../session.ts';
import styles from './top-bar.module.css';

/** Who is signed in, and the way out. */
export function AccountMenu() {
  const say = useWords();
  const me = useViewer();
  const client = useApolloClient();
  const router = useRouter();
  if (!me) return null;
  return (
    <Menu
      label={say('shell.account')}
      className={styles.account}
      trigger={<Avatar name={me.name} size={30} round />}
      heading={
        <p className={styles.who}>
          <b>{me.name}</b>
          <span>{me.email}</span>
        </p>
      }
      items={[
        {
          id: 'settings',
          label: say('shell.settings'),
          icon: <Settings size={16} aria-hidden />,
          onSelect: () => void router.navigate({ to: '/settings' }),
        },
        {
          id: 'out',
          label: say('shell.signOut'),
          icon: <LogOut size={16} aria-hidden />,
          onSelect: () => void signOut(client).then(() => router.navigate({ to: '/sign-in' })),
        },
      ]}
    />
  );
}
