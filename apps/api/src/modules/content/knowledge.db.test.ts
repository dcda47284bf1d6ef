import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { layNeighbours } from '#modules/house';
import { importFiles } from '#modules/intake';
import { type Database, openDatabase } from '#platform/database';
import { type FreshDatabase, freshDatabase } from '../../../../../tests/support/database.ts';
import { modules } from '../../app/modules.ts';
import { writeDemoFiles } from '../../seed/index.ts';
import { findKnowledge } from './data/knowledge.ts';

let fresh: FreshDatabase;
let database: Database;
let folder: string;
beforeAll(async () => {
  layNeighbours(modules);
  fresh = await freshDatabase();
  database = await openDatabase({ url: fresh.appUrl, entities: [], poolSize: 3 });
  folder = await mkdtemp(join(tmpdir(), 'knowledge-'));
  const { files } = await writeDemoFiles(folder, {
    people: 5,
    seed: 3,
    today: new Date('2026-11-21T00:00:00Z'),
  });
  await importFiles(database, modules, { paths: files.map(({ path }) => path), folder });
});
afterAll(async () => {
  await database?.close();
  await fresh?.drop();
  if (folder) await rm(folder, { recursive: true, force: true });
});

it.each([
  ['en', 'Where is my order?', 'Where is my order? What each word of the carrier means'],
  [
    'en',
    'How do I clean the filter?',
    'It does not pull as it should: four checks before anything is exchanged',
  ],
  ['it', 'Come posso restituire un prodotto?', 'Restituire qualcosa: tre passi, nessun modulo'],
  ['de', 'order', 'Where is my order? What each word of the carrier means'],
])('an article of the library answers (%s) “%s”', async (language, question, title) => {
  const [best] = await findKnowledge(database, question, language, 3);
  expect(best).toMatchObject({ title });
  expect(best!.closeness).toBeGreaterThanOrEqual(0.4);
  expect(best!.closeness).toBeLessThanOrEqual(1);
});

/** Nothing of these stands in any article, though some of their words do. */
const foreign: [language: string, question: string][] = [
  ['en', 'What is the meaning of life?'],
  ['en', 'my life has no meaning'],
  ['en', 'Do you hire accountants in Vienna?'],
  ['en', 'Tell me a joke'],
  ['en', 'Can you write a poem about my dog?'],
  ['en', 'What is the weather in Rome today?'],
  ['en', 'thank you very much'],
  ['en', 'zzz'],
  ['en', '???'],
  ['it', 'Qual è il senso della vita?'],
  ['it', 'Che tempo fa a Roma?'],
  ['it', 'Cercate personale?'],
  ['fr', 'Quel est le sens de la vie ?'],
  ['fr', 'Quel temps fait-il à Paris ?'],
  ['fr', 'Raconte une blague'],
  ['ro', 'Care este sensul vieții?'],
  ['ro', 'Cum e vremea la Cluj?'],
  ['ro', 'Spune-mi o glumă'],
];
it.each(foreign)('no article is close to (%s) “%s”', async (language, question) => {
  for (const { closeness } of await findKnowledge(database, question, language, 3))
    expect(closeness).toBeLessThan(0.4);
});

it.each([
  [
    'en',
    'the carrier says in transit, what does it mean?',
    'Where is my order? What each word of the carrier means',
  ],
  ['en', 'I want to return a product', 'Sending something back: three steps, no forms'],
  ['fr', 'Je voudrais retourner un article', 'Renvoyer un article : trois étapes, aucun formulaire'],
  ['ro', 'Unde este comanda mea?', 'Unde e comanda mea? Ce înseamnă cuvintele curierului'],
])(
  'chatter around the words that count does not hide the answer: (%s) “%s”',
  async (language, question, title) => {
    const [best] = await findKnowledge(database, question, language, 3);
    expect(best).toMatchObject({ title });
    expect(best!.closeness).toBeGreaterThanOrEqual(0.4);
  },
);
