import { join } from 'node:path';
import { CsvFile } from '../files/csv-file.ts';
import { sight } from '../people/sight.ts';
import { SALESFORCE_COLUMNS as COLUMNS } from './salesforce-columns.ts';
import { accountRow, contactRow } from './salesforce-people-rows.ts';
import { opportunityRow, taskRow, toDoRow } from './salesforce-sales-rows.ts';
import { contactId } from './salesforce-stamps.ts';
import { type Desk, ofKind, type SystemWriter } from './writer.ts';

/** Salesforce, which Norda Audio brought along when it was bought: accounts, contacts, opportunities, calls, meetings and tasks. */
export async function openSalesforce({ folder, world, truth }: Desk): Promise<SystemWriter> {
  const open = async <Kind extends keyof typeof COLUMNS>(kind: Kind, happened: boolean) => {
    const path = join(folder, `salesforce-${kind === 'toDo' ? 'to-do' : kind}.csv`);
    const csv = await CsvFile.create<(typeof COLUMNS)[Kind][number]>(path, COLUMNS[kind], 'always');
    return { path, source: 'salesforce', kind, csv, file: csv.file, happened } as const;
  };
  const accounts = await open('accounts', false);
  const contacts = await open('contacts', false);
  const opportunities = await open('opportunities', true);
  const tasks = await open('tasks', true);
  const toDos = await open('toDo', true);
  let opportunityNumber = 1000;
  let taskNumber = 1000;
  let toDoNumber = 0;

  return {
    files: [accounts, contacts, opportunities, tasks, toDos],
    async meet(life) {
      const { person, company, happenings } = life;
      if (!person.systems.includes('salesforce')) return;
      const seen = sight(world.seed, person, 'salesforce', world.today);
      await contacts.csv.add(contactRow(world.seed, life, seen));
      await truth.tell('salesforce', 'contact', contactId(person), person);
      for (const deal of ofKind(happenings, 'deal'))
        if (deal.in === 'salesforce')
          await opportunities.csv.add(opportunityRow(++opportunityNumber, deal, company));
      for (const activity of ofKind(happenings, 'activity'))
        await tasks.csv.add(taskRow(++taskNumber, activity, life));
      for (const toDo of ofKind(happenings, 'toDo')) await toDos.csv.add(toDoRow(++toDoNumber, toDo, life));
    },
    async know(company) {
      if (company.inSalesforce) await accounts.csv.add(accountRow(company));
    },
  };
}
