import { Download } from 'lucide-react';
import { useCommands } from '#lib/hotkeys/use-commands.ts';
import { useWords } from '#lib/intl/words.ts';
import { may } from '#lib/viewer.ts';
import type { Question } from '../bulk.ts';
import styles from './list-tools.module.css';
import { useExport } from './use-export.ts';

/** What can be done with the list as a whole. */
export function ListTools({ question }: { question: Question }) {
  return may('Mutation.exportCustomers') && <ExportButton question={question} />;
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
