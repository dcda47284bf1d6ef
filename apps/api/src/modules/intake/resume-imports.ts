import { feedRemembersSeconds, forgetChanges } from '#modules/changes';
import type { Manifest } from '#modules/house';
import type { Database } from '#platform/database';
import { importsWith } from './data/imports.ts';
import { subjectsOf } from './domain/subjects.ts';
import { startSettling, startWork } from './import-work.ts';

/**
 * At the start of the program: settles what imports owe, goes on with every one that was under way when it ended, and tidies the feed
 * of changes.
 */
export async function resumeImports(database: Database, modules: readonly Manifest[]): Promise<string[]> {
  const runs = await importsWith(database, ['RUNNING', 'CHECKING']);
  for (const { id } of runs) startWork(database, subjectsOf(modules), id);
  startSettling(database, subjectsOf(modules));
  await forgetChanges(database, feedRemembersSeconds);
  return runs.map(({ id }) => id);
}
