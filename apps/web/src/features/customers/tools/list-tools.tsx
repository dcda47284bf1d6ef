import { ArrowUpDown, Download } from 'lucide-react';
import { useCommands } from '#lib/hotkeys/use-commands.ts';
import { type MessageId, useWords } from '#lib/intl/words.ts';
import { may } from '#lib/viewer.ts';
import { Menu } from '#ui/menu/menu.tsx';
import type { Question } from '../bulk.ts';
import type { SortWord } from '../list-search.ts';
import styles from './list-tools.module.css';
import { useExport } from './use-export.ts';

/** Every order of the list in words, as they are offered. */
const sortWords: Record<SortWord, MessageId> = {
  '-last': 'customers.sort.-last',
  last: 'customers.sort.last',
  name: 'customers.sort.name',
  '-name': 'customers.sort.-name',
  '-deals': 'customers.sort.-deals',
  '-tickets': 'customers.sort.-tickets',
  '-created': 'customers.sort.-created',
  remembered: 'customers.sort.remembered',
  memory: 'customers.sort.memory',
  experienced: 'customers.sort.experienced',
};

/** What can be done with the list as a whole: put it into an order, also one that no column has, and take it along. */
export function ListTools({
  question,
  sort,
  onSort,
}: {
  question: Question;
  sort: SortWord;
  onSort: (sort: SortWord) => void;
}) {
  const say = useWords();
  const words = Object.keys(sortWords) as SortWord[];
  return (
    <>
      <Menu
        label={say('customers.sortBy')}
        className={styles.tool}
        trigger={<ArrowUpDown size={17} aria-hidden />}
        items={words
          .filter((word) => word !== '-deals' || may('CustomerSummary.openDealValue'))
          .map((word) => ({
            id: word,
            label: say(sortWords[word]),
            checked: word === sort,
            onSelect: () => onSort(word),
          }))}
      />
      {may('Mutation.exportCustomers') && <ExportButton question={question} />}
    </>
  );
}

function ExportButton({ question }: { question: Question }) {
  const say = useWords();
  const take = useExport();
  const run = () => void take(question);
  useCommands({
    id: 'list-tools',
    label: 'customers.title',
    commands: [{ id: 'list-export', label: 'customers.export', keys: 'shift+e', run }],
  });
  const label = say('customers.export');
  return (
    <button type="button" className={styles.tool} aria-label={label} title={label} onClick={run}>
      <Download size={17} aria-hidden />
    </button>
  );
}
