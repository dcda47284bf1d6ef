import { useCommands } from '#lib/hotkeys/use-commands.ts';

/** What the keys of the inbox do; what is not given has no key. */
interface InboxKeys {
  current: string | undefined;
  step: (by: 1 | -1) => void;
  choose: (id: string) => void;
  showPanel: () => void;
  find: () => void;
  add: (() => void) | undefined;
}

/** The keys of the inbox: to the next and the one before, choosing, whom it is from, its fields, finding, a new one. */
export function useInboxKeys({ current, step, choose, showPanel, find, add }: InboxKeys): void {
  useCommands({
    id: 'inbox',
    label: 'support.inbox',
    commands: [
      {
        id: 'inbox-next',
        label: 'support.keyNext',
        keys: 'j',
        also: ['down'],
        run: () => step(1),
        keyboardOnly: true,
      },
      {
        id: 'inbox-before',
        label: 'support.keyBefore',
        keys: 'k',
        also: ['up'],
        run: () => step(-1),
        keyboardOnly: true,
      },
      ...(current
        ? [
            {
              id: 'inbox-choose',
              label: 'support.keyChoose' as const,
              keys: 'x',
              run: () => choose(current),
            },
            {
              id: 'inbox-panel',
              label: 'support.keyPanel' as const,
              keys: ']',
              run: showPanel,
            },
            {
              id: 'inbox-fields',
              label: 'support.keyFields' as const,
              keys: 'f',
              run: () => {
                if (!focusFields()) showPanel();
              },
            },
          ]
        : []),
      { id: 'inbox-find', label: 'support.find', keys: '/', run: find },
      ...(add ? [{ id: 'inbox-new', label: 'support.newTicket' as const, keys: 'c', run: add }] : []),
    ],
  });
}

/** Goes to the first field of one's own, where the panel is in sight. */
function focusFields(): boolean {
  const first = document.querySelector<HTMLElement>('[data-first-field]');
  if (!first?.offsetParent) return false;
  first.focus();
  return true;
}
