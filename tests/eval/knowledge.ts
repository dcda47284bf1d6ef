import { join } from 'node:path';
import { migrations } from '../../apps/api/src/migrations/index.ts';
import { content } from '../../apps/api/src/modules/content/index.ts';
import { migrate, openDatabase } from '../../apps/api/src/platform/database/index.ts';
import { startPostgres } from '../../apps/api/src/platform/postgres/index.ts';
import { forget } from '../support/start-ancora.ts';
import { askQuestions, publishArticles } from './knowledge/ask-questions.ts';

/** `npm run eval:knowledge`: how well questions find the article that answers them, in four languages, and how often one is found that does not. */
const home = join(import.meta.dirname, '../../.ancora/eval-knowledge');
await forget(home);
const postgres = await startPostgres({ home });
try {
  await migrate(postgres.ownerUrl, migrations);
  const database = await openDatabase({ url: postgres.appUrl, entities: [] });
  await publishArticles(database);
  const share = (k: number, n: number) => (k / n).toFixed(3);
  for (const [group, told] of Object.entries(await askQuestions(database, content.knowledge!)))
    console.log(
      `${group.padEnd(10)} hit@1 ${share(told.first, told.asked)}  hit@3 ${share(told.amongThree, told.asked)}  another first ${share(told.otherFirst, told.asked)}  of ${told.asked}; answered without an answer ${told.falselyAnswered} of ${told.unanswerable}`,
    );
  await database.close();
} finally {
  await postgres.stop();
  await forget(home);
}
