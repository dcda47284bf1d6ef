import { useCommands } from '#lib/hotkeys/use-commands.ts';

/** What the keys of the list do. */
export interface ListKeys {
  cursor: number;
  last: number;
  /** How many rows a page key moves. */
  page: number;
  moveTo: (index: number) => void;
  open: () => void;
  peek: () => void;
  unpeek: (() => void) | undefined;
  toggle: () => void;
  toggleRange: () => void;
  toggleAll: () => void;
  filter: () => void;
  /** Absent for people who may not add customers. */
  create: (() => void) | undefined;
}

/** The keys of the customers list. */
export function useListKeys({
  cursor,
  last,
  page,
  moveTo,
  open,
  peek,
  unpeek,
  toggle,
  toggleRange,
  toggleAll,
  filter,
  create,
}: ListKeys): void {
  const moves = { keyboardOnly: true } as const;
  useCommands({
    id: 'customers',
    label: 'customers.title',
    commands: [
      {
        id: 'list-next',
        label: 'customers.keyNext',
        keys: 'j',
        also: ['down'],
        run: () => moveTo(cursor + 1),
        ...moves,
      },
      {
        id: 'list-before',
        label: 'customers.keyBefore',
        keys: 'k',
        also: ['up'],
        run: () => moveTo(cursor - 1),
        ...moves,
      },
      {
        id: 'list-page',
        label: 'customers.keyPage',
        keys: 'pagedown',
        run: () => moveTo(cursor + page),
        ...moves,
      },
      {
        id: 'list-page-up',
        label: 'customers.keyPageUp',
        keys: 'pageup',
        run: () => moveTo(cursor - page),
        ...moves,
      },
      { id: 'list-first', label: 'customers.keyFirst', keys: 'home', run: () => moveTo(0), ...moves },
      { id: 'list-last', label: 'customers.keyLast', keys: 'end', run: () => moveTo(last), ...moves },
      { id: 'list-open', label: 'customers.open', keys: 'enter', run: open, ...moves },
      { id: 'list-peek', label: 'customers.peek', keys: 'space', run: peek },
      { id: 'list-select', label: 'customers.keySelect', keys: 'x', run: toggle },
      { id: 'list-range', label: 'customers.keyRange', keys: 'shift+x', run: toggleRange, ...moves },
      { id: 'list-all', label: 'customers.selectAll', keys: 'mod+a', run: toggleAll },
      { id: 'list-filter', label: 'customers.keyFilter', keys: '/', run: filter },
      ...(create ? [{ id: 'list-new', label: 'customers.new', keys: 'c', run: create } as const] : []),
      ...(unpeek
        ? [{ id: 'list-unpeek', label: 'customers.keyUnpeek', keys: 'esc', run: unpeek, ...moves } as const]
        : []),
    ],
  });
}
