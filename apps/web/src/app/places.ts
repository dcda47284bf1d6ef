import type { LucideIcon } from 'lucide-react';
import { Users } from 'lucide-react';
import type { MessageId } from '#lib/intl/words.ts';

/** A screen that can be reached from everywhere. Only screens that exist stand here. */
export interface Place {
  to: '/customers';
  label: MessageId;
  goTo: MessageId;
  icon: LucideIcon;
  keys: string;
}

/** The entries of the navigation, in their order. */
export const places: readonly Place[] = [
  { to: '/customers', label: 'shell.customers', goTo: 'hotkeys.goCustomers', icon: Users, keys: 'g c' },
];
