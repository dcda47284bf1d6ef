/** The languages of pages for customers. */
export type PortalLanguage = 'en' | 'it' | 'fr' | 'ro';

/** What stands in pages for customers, in one language. */
export interface PortalWords {
  help: string;
  searchLabel: string;
  search: string;
  results: (count: number) => string;
  nothing: string;
  all: string;
  back: string;
  helpful: string;
  yes: string;
  no: string;
  more: string;
  thanks: string;
  noArticle: string;
  mine: string;
  enterText: string;
  email: string;
  sendLink: string;
  linkSent: string;
  enterNow: string;
  enter: string;
  linkOver: string;
  letterSubject: string;
  letter: (link: string) => string;
  tickets: string;
  noTickets: string;
  working: string;
  yours: string;
  solved: string;
  you: string;
  bot: string;
  us: string;
  reply: string;
  send: string;
  ask: string;
  subject: string;
  question: string;
  written: string;
  preferences: string;
  preferencesText: string;
  allowed: string;
  stopped: string;
  unknown: string;
  allow: string;
  stop: string;
  export: string;
  exportText: string;
  leave: string;
  files: string;
  purposes: Record<string, string>;
}

/** All words of pages for customers. */
export const portalWords: Record<PortalLanguage, PortalWords> = {
  en: {
    help: 'Help',
    searchLabel: 'What are you looking for?',
    search: 'Search',
    results: (n) => (n === 1 ? '1 answer' : `${n} answers`),
    nothing: 'We found nothing about that. Try other words, or ask us.',
    all: 'All articles',
    back: 'Back',
    helpful: 'Did this help?',
    yes: 'Yes',
    no: 'No',
    more: 'What was missing? (optional)',
    thanks: 'Thank you for telling us.',
    noArticle: 'This article is not here any more.',
    mine: 'My requests',
    enterText:
      'Enter your e-mail address. We send you a link that lets you in once; it is valid for 20 minutes.',
    email: 'E-mail address',
    sendLink: 'Send me the link',
    linkSent: 'If we know this address, a link is on its way to it.',
    enterNow: 'One more click and you are in.',
    enter: 'Enter',
    linkOver: 'This link is used or too old. Ask for a new one.',
    letterSubject: 'Your link to your requests',
    letter: (link) =>
      `Hello,\n\nwith this link you see your requests, answers and preferences:\n\n${link}\n\nIt works once, for 20 minutes. If you did not ask for it, you need do nothing.`,
    tickets: 'Your requests',
    noTickets: 'You have asked us nothing yet.',
    working: 'We are on it',
    yours: 'We wait for you',
    solved: 'Solved',
    you: 'You',
    bot: 'Automatic answer',
    us: 'Our team',
    reply: 'Your answer',
    send: 'Send',
    ask: 'Ask something',
    subject: 'What is it about?',
    question: 'Your question',
    written: 'It has arrived. We answer here and by e-mail.',
    preferences: 'Preferences',
    preferencesText: 'What you allow us. Every change is kept with its time; nothing is erased.',
    allowed: 'allowed',
    stopped: 'stopped',
    unknown: 'not said',
    allow: 'Allow',
    stop: 'Stop',
    export: 'Download my data',
    exportText: 'Everything we keep of you and with you, as a file (JSON).',
    leave: 'Sign out',
    files: 'Files',
    purposes: {
      marketing: 'Offers and news',
      newsletter: 'Newsletter',
      survey: 'Questions after a contact',
      research: 'Research',
    },
  },
  it: {
    help: 'Aiuto',
    searchLabel: 'Che cosa cerca?',
    search: 'Cerca',
    results: (n) => (n === 1 ? '1 risposta' : `${n} risposte`),
    nothing: 'Non abbiamo trovato nulla. Provi con altre parole o ci scriva.',
    all: 'Tutti gli articoli',
    back: 'Indietro',
    helpful: 'Le è stato utile?',
    yes: 'Sì',
    no: 'No',
    more: 'Che cosa mancava? (facoltativo)',
    thanks: 'Grazie per avercelo detto.',
    noArticle: 'Questo articolo non c’è più.',
    mine: 'Le mie richieste',
    enterText:
      'Inserisca il suo indirizzo e-mail. Le inviamo un link che la fa entrare una volta sola, valido 20 minuti.',
    email: 'Indirizzo e-mail',
    sendLink: 'Inviami il link',
    linkSent: 'Se conosciamo questo indirizzo, il link è in arrivo.',
    enterNow: 'Ancora un clic ed è dentro.',
    enter: 'Entra',
    linkOver: 'Questo link è già stato usato o è scaduto. Ne chieda uno nuovo.',
    letterSubject: 'Il link alle sue richieste',
    letter: (link) =>
      `Buongiorno,\n\ncon questo link vede le sue richieste, le risposte e le preferenze:\n\n${link}\n\nFunziona una volta, per 20 minuti. Se non l’ha chiesto lei, non deve fare nulla.`,
    tickets: 'Le sue richieste',
    noTickets: 'Non ci ha ancora chiesto nulla.',
    working: 'Ce ne occupiamo',
    yours: 'Aspettiamo lei',
    solved: 'Risolta',
    you: 'Lei',
    bot: 'Risposta automatica',
    us: 'Il nostro team',
    reply: 'La sua risposta',
    send: 'Invia',
    ask: 'Fare una domanda',
    subject: 'Di che cosa si tratta?',
    question: 'La sua domanda',
    written: 'È arrivata. Rispondiamo qui e per e-mail.',
    preferences: 'Preferenze',
    preferencesText: 'Che cosa ci permette. Ogni modifica resta con la sua data; nulla viene cancellato.',
    allowed: 'permesso',
    stopped: 'fermato',
    unknown: 'non detto',
    allow: 'Permetti',
    stop: 'Ferma',
    export: 'Scarica i miei dati',
    exportText: 'Tutto ciò che conserviamo di lei e con lei, in un file (JSON).',
    leave: 'Esci',
    files: 'File',
    purposes: {
      marketing: 'Offerte e novità',
      newsletter: 'Newsletter',
      survey: 'Domande dopo un contatto',
      research: 'Ricerca',
    },
  },
  fr: {
    help: 'Aide',
    searchLabel: 'Que cherchez-vous ?',
    search: 'Chercher',
    results: (n) => (n <= 1 ? `${n} réponse` : `${n} réponses`),
    nothing: 'Nous n’avons rien trouvé. Essayez d’autres mots ou écrivez-nous.',
    all: 'Tous les articles',
    back: 'Retour',
    helpful: 'Cela vous a-t-il aidé ?',
    yes: 'Oui',
    no: 'Non',
    more: 'Que manquait-il ? (facultatif)',
    thanks: 'Merci de nous l’avoir dit.',
    noArticle: 'Cet article n’est plus là.',
    mine: 'Mes demandes',
    enterText:
      'Indiquez votre adresse e-mail. Nous vous envoyons un lien valable une fois, pendant 20 minutes.',
    email: 'Adresse e-mail',
    sendLink: 'Envoyez-moi le lien',
    linkSent: 'Si nous connaissons cette adresse, un lien est en route.',
    enterNow: 'Encore un clic et vous y êtes.',
    enter: 'Entrer',
    linkOver: 'Ce lien a servi ou est trop ancien. Demandez-en un autre.',
    letterSubject: 'Votre lien vers vos demandes',
    letter: (link) =>
      `Bonjour,\n\navec ce lien vous voyez vos demandes, nos réponses et vos préférences :\n\n${link}\n\nIl fonctionne une fois, pendant 20 minutes. Si vous ne l’avez pas demandé, vous n’avez rien à faire.`,
    tickets: 'Vos demandes',
    noTickets: 'Vous ne nous avez encore rien demandé.',
    working: 'Nous nous en occupons',
    yours: 'Nous vous attendons',
    solved: 'Résolue',
    you: 'Vous',
    bot: 'Réponse automatique',
    us: 'Notre équipe',
    reply: 'Votre réponse',
    send: 'Envoyer',
    ask: 'Poser une question',
    subject: 'De quoi s’agit-il ?',
    question: 'Votre question',
    written: 'C’est arrivé. Nous répondons ici et par e-mail.',
    preferences: 'Préférences',
    preferencesText:
      'Ce que vous nous permettez. Chaque changement est gardé avec sa date ; rien n’est effacé.',
    allowed: 'permis',
    stopped: 'arrêté',
    unknown: 'non précisé',
    allow: 'Permettre',
    stop: 'Arrêter',
    export: 'Télécharger mes données',
    exportText: 'Tout ce que nous gardons de vous et avec vous, dans un fichier (JSON).',
    leave: 'Quitter',
    files: 'Fichiers',
    purposes: {
      marketing: 'Offres et nouvelles',
      newsletter: 'Lettre d’information',
      survey: 'Questions après un contact',
      research: 'Recherche',
    },
  },
  ro: {
    help: 'Ajutor',
    searchLabel: 'Ce căutați?',
    search: 'Caută',
    results: (n) => (n === 1 ? '1 răspuns' : `${n} răspunsuri`),
    nothing: 'Nu am găsit nimic. Încercați alte cuvinte sau scrieți-ne.',
    all: 'Toate articolele',
    back: 'Înapoi',
    helpful: 'V-a fost de folos?',
    yes: 'Da',
    no: 'Nu',
    more: 'Ce a lipsit? (opțional)',
    thanks: 'Mulțumim că ne-ați spus.',
    noArticle: 'Acest articol nu mai este aici.',
    mine: 'Solicitările mele',
    enterText:
      'Introduceți adresa de e-mail. Vă trimitem un link care vă lasă să intrați o dată, valabil 20 de minute.',
    email: 'Adresa de e-mail',
    sendLink: 'Trimiteți-mi linkul',
    linkSent: 'Dacă știm această adresă, linkul e pe drum.',
    enterNow: 'Încă un clic și ați intrat.',
    enter: 'Intră',
    linkOver: 'Linkul a fost folosit sau e prea vechi. Cereți altul.',
    letterSubject: 'Linkul către solicitările dumneavoastră',
    letter: (link) =>
      `Bună ziua,\n\ncu acest link vedeți solicitările, răspunsurile și preferințele:\n\n${link}\n\nMerge o singură dată, 20 de minute. Dacă nu l-ați cerut, nu trebuie să faceți nimic.`,
    tickets: 'Solicitările dumneavoastră',
    noTickets: 'Nu ne-ați întrebat încă nimic.',
    working: 'Ne ocupăm',
    yours: 'Vă așteptăm',
    solved: 'Rezolvată',
    you: 'Dumneavoastră',
    bot: 'Răspuns automat',
    us: 'Echipa noastră',
    reply: 'Răspunsul dumneavoastră',
    send: 'Trimite',
    ask: 'Puneți o întrebare',
    subject: 'Despre ce e vorba?',
    question: 'Întrebarea dumneavoastră',
    written: 'A ajuns. Răspundem aici și prin e-mail.',
    preferences: 'Preferințe',
    preferencesText: 'Ce ne permiteți. Fiecare schimbare rămâne cu data ei; nimic nu se șterge.',
    allowed: 'permis',
    stopped: 'oprit',
    unknown: 'nespus',
    allow: 'Permite',
    stop: 'Oprește',
    export: 'Descarcă datele mele',
    exportText: 'Tot ce păstrăm despre și cu dumneavoastră, într-un fișier (JSON).',
    leave: 'Ieși',
    files: 'Fișiere',
    purposes: {
      marketing: 'Oferte și noutăți',
      newsletter: 'Buletin',
      survey: 'Întrebări după un contact',
      research: 'Cercetare',
    },
  },
};
