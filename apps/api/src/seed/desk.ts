/** What waits at the desk of the demo company when it is first opened: questions of the last days, told by its web form. */
export interface DeskQuestion {
  /** In the language of whoever asks. */
  language: 'en' | 'it' | 'fr' | 'ro';
  subject: string;
  text: string;
  priority: 'low' | 'normal' | 'high' | 'urgent';
  channel: 'email' | 'web' | 'chat';
  minutesAgo: number;
  /** Who looks after it; nobody, when missing. */
  owner?: 'agent' | 'lead';
  tags?: string[];
  status?: 'pending' | 'hold';
  note?: string;
  /** What its form asked besides, by key of a field. */
  fields?: Record<string, string | boolean | string[]>;
}

/** What the demo's desk wants to know of tickets. */
export const deskFields = [
  { name: 'Order', kind: 'text', aliases: ['Order number'] },
  { name: 'Under warranty', kind: 'yes-no' },
  {
    name: 'What arrived',
    kind: 'choice',
    options: ['Whole', 'Damaged', 'Incomplete', 'Something else', 'Nothing'],
  },
  { name: 'Needed by', kind: 'date' },
] as const;

export const deskQuestions: readonly DeskQuestion[] = [
  {
    language: 'en',
    subject: 'The espresso machine loses pressure',
    text: 'Since yesterday the machine stops at 4 bar. I descaled it twice as the booklet says. What can I do before guests arrive tomorrow?',
    priority: 'high',
    channel: 'email',
    minutesAgo: 48,
    owner: 'agent',
    tags: ['espresso'],
    fields: { order: 'CM-20418', 'under-warranty': true, 'what-arrived': 'whole' },
  },
  {
    language: 'it',
    subject: 'Il pacco è fermo da tre giorni',
    text: 'Buongiorno, il tracciamento dice «in transito» da tre giorni. È un regalo per sabato: arriverà in tempo?',
    priority: 'urgent',
    channel: 'web',
    minutesAgo: 75,
    tags: ['delivery'],
    fields: { order: 'CM-21007', 'what-arrived': 'nothing' },
  },
  {
    language: 'fr',
    subject: 'Facture sans numéro de TVA',
    text: 'Bonjour, notre comptable a besoin d’une facture avec le numéro de TVA de la société. Pouvez-vous la corriger ?',
    priority: 'normal',
    channel: 'email',
    minutesAgo: 190,
    tags: ['invoice'],
  },
  {
    language: 'ro',
    subject: 'Vasul a sosit spart',
    text: 'Bună ziua, am deschis cutia și vasul de ceramică este crăpat. Am fotografii. Se poate schimba?',
    priority: 'high',
    channel: 'web',
    minutesAgo: 40,
    tags: ['damage'],
    fields: { order: 'CM-20985', 'what-arrived': 'damaged' },
  },
  {
    language: 'en',
    subject: 'Can the linen be washed at 60 degrees?',
    text: 'The label says 40, your guide says 60. Which one is right? I would rather not shrink it.',
    priority: 'low',
    channel: 'chat',
    minutesAgo: 25,
    owner: 'agent',
  },
  {
    language: 'en',
    subject: 'Where do I change my delivery address?',
    text: 'I moved last month and the order page only shows my old address.',
    priority: 'normal',
    channel: 'chat',
    minutesAgo: 12,
    owner: 'agent',
    tags: ['address'],
  },
  {
    language: 'it',
    subject: 'Reso della lampada',
    text: 'La lampada è bella ma troppo grande per il tavolo. Come posso restituirla?',
    priority: 'normal',
    channel: 'email',
    minutesAgo: 1_500,
    owner: 'agent',
    status: 'pending',
    tags: ['return'],
    note: 'Asked for the order number; she wants to look it up this evening.',
  },
  {
    language: 'fr',
    subject: 'Garantie de la cafetière',
    text: 'La cafetière a onze mois. Est-elle encore sous garantie et qui paie l’envoi ?',
    priority: 'normal',
    channel: 'email',
    minutesAgo: 2_900,
    owner: 'lead',
    status: 'hold',
    tags: ['warranty'],
    note: 'The maker answers by Thursday.',
  },
  {
    language: 'en',
    subject: 'Third time I write about the missing lid',
    text: 'I have now told three people that the lid was missing. Please read the earlier mails before you ask me again.',
    priority: 'urgent',
    channel: 'email',
    minutesAgo: 130,
    owner: 'lead',
    tags: ['missing-part'],
  },
];

/** Answers that the desk gives often. */
export const deskMacros: readonly {
  name: string;
  bodies: Record<string, string>;
  change: { status?: 'pending' | 'solved'; addTags?: string[]; cause?: 'how-to' | 'defect' };
}[] = [
  {
    name: 'Change the delivery address',
    bodies: {
      en: 'Hello {{customer}},\n\nyou change it under Account → Addresses; open orders follow until they are packed. I have looked at yours: it is in time.\n\nKind regards, {{agent}}',
      it: 'Buongiorno {{customer}},\n\nlo cambia in Account → Indirizzi; gli ordini aperti lo seguono finché non sono imballati. Ho controllato il suo: è in tempo.\n\nCordiali saluti, {{agent}}',
      fr: 'Bonjour {{customer}},\n\nvous la changez dans Compte → Adresses ; les commandes ouvertes suivent tant qu’elles ne sont pas emballées. J’ai vérifié la vôtre : c’est à temps.\n\nCordialement, {{agent}}',
      ro: 'Bună ziua {{customer}},\n\no schimbați la Cont → Adrese; comenzile deschise o urmează până la împachetare. Am verificat comanda dumneavoastră: e la timp.\n\nCu stimă, {{agent}}',
    },
    change: { status: 'solved', addTags: ['address'], cause: 'how-to' },
  },
  {
    name: 'Ask for the order number',
    bodies: {
      en: 'Hello {{customer}},\n\nI would like to look at it at once. Could you send me the order number? It stands at the top of the confirmation.\n\nKind regards, {{agent}}',
      it: 'Buongiorno {{customer}},\n\nvorrei controllare subito. Può mandarmi il numero d’ordine? È in alto nella conferma.\n\nCordiali saluti, {{agent}}',
      fr: 'Bonjour {{customer}},\n\nj’aimerais regarder tout de suite. Pouvez-vous m’envoyer le numéro de commande ? Il figure en haut de la confirmation.\n\nCordialement, {{agent}}',
      ro: 'Bună ziua {{customer}},\n\naș vrea să verific imediat. Îmi puteți trimite numărul comenzii? Este în partea de sus a confirmării.\n\nCu stimă, {{agent}}',
    },
    change: { status: 'pending' },
  },
  {
    name: 'Replace a broken piece',
    bodies: {
      en: 'Hello {{customer}},\n\nI am sorry that it arrived broken. A new one leaves today and costs you nothing; keep the old one, nobody needs it back.\n\nKind regards, {{agent}}',
      it: 'Buongiorno {{customer}},\n\nmi dispiace che sia arrivato rotto. Uno nuovo parte oggi e non le costa nulla; tenga pure quello vecchio.\n\nCordiali saluti, {{agent}}',
      fr: 'Bonjour {{customer}},\n\nje suis désolé qu’il soit arrivé cassé. Un nouveau part aujourd’hui, sans frais ; gardez l’ancien.\n\nCordialement, {{agent}}',
      ro: 'Bună ziua {{customer}},\n\nîmi pare rău că a sosit spart. Unul nou pleacă astăzi, fără niciun cost; pe cel vechi îl puteți păstra.\n\nCu stimă, {{agent}}',
    },
    change: { status: 'solved', addTags: ['replaced'], cause: 'defect' },
  },
];
