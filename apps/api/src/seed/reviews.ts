/** What was said of the demo company in front of others in the last days, by a portal, a network and people on the telephone. */
export interface SaidOfUs {
  key: string;
  form: 'review' | 'mention';
  site: string;
  /** In the language of whoever says it. */
  language: 'en' | 'it' | 'fr' | 'ro';
  rating?: number;
  title?: string;
  text: string;
  product?: string;
  hoursAgo: number;
  /** `customer`: somebody of this language who wrote to us before; a handle on a network; or only a name. */
  by: 'customer' | { handle: string; name: string } | { name: string };
  /** What was answered there already. */
  reply?: string;
  owner?: 'agent' | 'marketer';
  note?: string;
}

const portal = 'Parola.example';
const network = 'Piazza.example';

export const saidOfUs: readonly SaidOfUs[] = [
  {
    key: '1',
    form: 'review',
    site: portal,
    language: 'en',
    rating: 1,
    title: 'Loses suction after a month',
    text: 'Bought it because the advertisement said it lifts hair from any carpet. It does not. I wrote to support and was told to clean the filter, which I had done twice.',
    product: 'Vento 300',
    hoursAgo: 5,
    by: 'customer',
  },
  {
    key: '2',
    form: 'review',
    site: portal,
    language: 'it',
    rating: 2,
    title: 'Bella, ma il latte non si scalda',
    text: 'Il caffè è buono, ma il montalatte resta tiepido anche dopo la decalcificazione. A questo prezzo mi aspettavo di più.',
    product: 'Aurora Espresso',
    hoursAgo: 30,
    by: 'customer',
    owner: 'agent',
    note: 'Same as three tickets of last week: ask the workshop about the thermostat before answering.',
  },
  {
    key: '3',
    form: 'review',
    site: portal,
    language: 'en',
    rating: 5,
    title: 'Boils fast, looks lovely',
    text: 'My twelfth order with them, and the kettle is the one I would buy again tomorrow.',
    product: 'Goccia Kettle',
    hoursAgo: 20,
    by: { name: 'Harriet Osborne' },
  },
  {
    key: '4',
    form: 'mention',
    site: network,
    language: 'fr',
    text: 'Quelqu’un a un Brezza Robot ? Le mien tourne en rond sous la table depuis la mise à jour. Le chat adore, moi moins.',
    product: 'Brezza Robot',
    hoursAgo: 9,
    by: { handle: 'lucioles_et_cie', name: 'Lucioles & Cie' },
  },
  {
    key: '5',
    form: 'review',
    site: portal,
    language: 'ro',
    rating: 4,
    text: 'Prăjitorul e bun și încape oriunde. A venit cu două zile mai târziu decât scria, de aceea patru stele.',
    product: 'Alba Toaster',
    hoursAgo: 52,
    by: 'customer',
    owner: 'marketer',
  },
  {
    key: '6',
    form: 'review',
    site: portal,
    language: 'fr',
    rating: 3,
    title: 'Correct, sans plus',
    text: 'Le mixeur fait ce qu’on lui demande, mais le couvercle ferme mal. Le service m’en a envoyé un autre, un peu mieux.',
    product: 'Turbina Mixer',
    hoursAgo: 76,
    by: { name: 'Une cliente de Nantes' },
  },
  {
    key: '7',
    form: 'mention',
    site: network,
    language: 'en',
    text: 'Shout-out to the support at Casa Marea: a real person rang me back within the hour about my oven.',
    product: 'Focolare Oven',
    hoursAgo: 96,
    by: { handle: 'breadatdawn', name: 'Bread at Dawn' },
    reply: 'Thank you! We will tell the person who rang; it made the day of the whole desk.',
  },
  {
    key: '8',
    form: 'review',
    site: portal,
    language: 'it',
    rating: 5,
    text: 'Suono caldo, montaggio in dieci minuti. La consiglierei a chi ha una stanza piccola.',
    product: 'Norda Duetto',
    hoursAgo: 120,
    by: 'customer',
    reply: 'Grazie di cuore: è proprio per le stanze piccole che l’abbiamo pensata.',
  },
];

/** How some customers said they heard of the demo company, in a web form; few of them name who recommended it. */
export const heardOfUs: readonly {
  language: SaidOfUs['language'];
  way: 'recommendation' | 'search' | 'social' | 'advertisement' | 'press' | 'shop' | 'unknown';
  words?: string;
  daysAgo: number;
  /** Recommended by another customer of this language. */
  by?: SaidOfUs['language'];
}[] = [
  { language: 'en', way: 'recommendation', words: 'My sister has the kettle', daysAgo: 3, by: 'en' },
  { language: 'it', way: 'recommendation', words: 'Una vicina di casa', daysAgo: 9, by: 'it' },
  { language: 'fr', way: 'recommendation', words: 'Un collègue, au déjeuner', daysAgo: 16 },
  { language: 'ro', way: 'search', daysAgo: 5 },
  { language: 'en', way: 'search', words: 'Looked for a quiet toaster', daysAgo: 11 },
  { language: 'it', way: 'search', daysAgo: 21 },
  { language: 'fr', way: 'advertisement', words: 'L’affiche du Vento 300', daysAgo: 8 },
  { language: 'en', way: 'advertisement', daysAgo: 27 },
  { language: 'ro', way: 'social', words: 'Un filmuleț cu o pisică pe Brezza', daysAgo: 14 },
  { language: 'it', way: 'press', words: 'Una rivista di cucina', daysAgo: 30 },
  { language: 'fr', way: 'unknown', daysAgo: 19 },
];
