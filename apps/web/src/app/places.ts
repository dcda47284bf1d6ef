import type { LucideIcon } from 'lucide-react';
import {
  ChartColumn,
  FileUp,
  Handshake,
  Inbox,
  LibraryBig,
  ListChecks,
  MessageSquareQuote,
  Route,
  Settings,
  Sun,
  Users,
  UsersRound,
} from 'lucide-react';
import type { MessageId } from '#lib/intl/words.ts';
import { may, NotYours } from '#lib/viewer.ts';

/** A screen that can be reached from everywhere. Only screens that exist stand here. */
export interface Place {
  to:
    | '/today'
    | '/inbox'
    | '/customers'
    | '/tasks'
    | '/reviews'
    | '/journey'
    | '/content'
    | '/promises'
    | '/insights'
    | '/duplicates'
    | '/import'
    | '/settings';
  label: MessageId;
  goTo: MessageId;
  icon: LucideIcon;
  keys: string;
  /** What one must be allowed to do here; without it the place is not offered. */
  needs?: string;
}

const all: readonly Place[] = [
  { to: '/today', label: 'shell.today', goTo: 'hotkeys.goToday', icon: Sun, keys: 'g t' },
  {
    to: '/inbox',
    label: 'shell.inbox',
    goTo: 'hotkeys.goInbox',
    icon: Inbox,
    keys: 'g b',
    needs: 'Mutation.changeTickets',
  },
  { to: '/customers', label: 'shell.customers', goTo: 'hotkeys.goCustomers', icon: Users, keys: 'g c' },
  {
    to: '/tasks',
    label: 'shell.tasks',
    goTo: 'hotkeys.goTasks',
    icon: ListChecks,
    keys: 'g k',
    needs: 'Mutation.completeTask',
  },
  {
    to: '/reviews',
    label: 'shell.reviews',
    goTo: 'hotkeys.goReviews',
    icon: MessageSquareQuote,
    keys: 'g r',
    needs: 'Query.reviews',
  },
  { to: '/journey', label: 'shell.journey', goTo: 'hotkeys.goJourney', icon: Route, keys: 'g j' },
  { to: '/content', label: 'shell.content', goTo: 'hotkeys.goContent', icon: LibraryBig, keys: 'g l' },
  { to: '/promises', label: 'shell.promises', goTo: 'hotkeys.goPromises', icon: Handshake, keys: 'g p' },
  { to: '/insights', label: 'shell.insights', goTo: 'hotkeys.goInsights', icon: ChartColumn, keys: 'g a' },
  {
    to: '/duplicates',
    label: 'shell.duplicates',
    goTo: 'hotkeys.goDuplicates',
    icon: UsersRound,
    keys: 'g d',
    needs: 'Query.doubts',
  },
  {
    to: '/import',
    label: 'shell.import',
    goTo: 'hotkeys.goImport',
    icon: FileUp,
    keys: 'g i',
    needs: 'Mutation.runImport',
  },
  { to: '/settings', label: 'shell.settings', goTo: 'hotkeys.goSettings', icon: Settings, keys: 'g s' },
];

/** The entries of the navigation for whoever is signed in, in their order. */
export const places = (): readonly Place[] => all.filter(({ needs }) => !needs || may(needs));

/** Keeps out of a place whoever could do nothing there, however they came: an address can be typed. */
export function onlyForWhoeverMay(to: Place['to']): () => void {
  const needs = all.find((place) => place.to === to)?.needs;
  return () => {
    if (needs && !may(needs)) throw new NotYours();
  };
}
