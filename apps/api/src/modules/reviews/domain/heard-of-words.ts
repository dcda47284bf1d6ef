import type { HeardWay } from '#modules/voice';

type Language = 'en' | 'it' | 'fr' | 'ro';

/** How a customer is asked how they heard of us, in one language. */
export interface HeardOfWords {
  ask: string;
  hint: string;
  /** Stands where an answer is chosen from a list. */
  choose: string;
  ways: Record<HeardWay, string>;
  words: string;
  send: string;
  skip: string;
  thanks: string;
  missing: string;
}

/** The question and its answers, in the languages of pages for customers. */
export const heardOfWords: Record<Language, HeardOfWords> = {
  en: {
    ask: 'How did you hear of us?',
    hint: 'We ask this once. It helps us to know what works; you need not answer.',
    choose: 'Choose an answer',
    ways: {
      recommendation: 'Somebody recommended you',
      search: 'I found you in a search',
      social: 'On a social network',
      advertisement: 'By an advertisement',
      press: 'In the press, a blog or a podcast',
      shop: 'In a shop',
      event: 'At a fair or an event',
      other: 'Another way',
      unknown: 'I do not remember',
    },
    words: 'In your own words (optional)',
    send: 'Send',
    skip: 'I would rather not say',
    thanks: 'Thank you! We will not ask again.',
    missing: 'Please choose one of the answers.',
  },
  it: {
    ask: 'Come ci ha conosciuti?',
    hint: 'Lo chiediamo una volta sola. Ci aiuta a capire che cosa funziona; non è obbligatorio rispondere.',
    choose: 'Scelga una risposta',
    ways: {
      recommendation: 'Qualcuno vi ha consigliati',
      search: 'Vi ho trovati con una ricerca',
      social: 'Su un social network',
      advertisement: 'Con una pubblicità',
      press: 'Sulla stampa, in un blog o in un podcast',
      shop: 'In un negozio',
      event: 'A una fiera o a un evento',
      other: 'In altro modo',
      unknown: 'Non ricordo',
    },
    words: 'Con parole sue (facoltativo)',
    send: 'Invia',
    skip: 'Preferisco non dirlo',
    thanks: 'Grazie! Non lo chiederemo più.',
    missing: 'Scelga una delle risposte.',
  },
  fr: {
    ask: 'Comment nous avez-vous connus ?',
    hint: 'Nous ne le demandons qu’une fois. Cela nous aide à savoir ce qui fonctionne ; rien ne vous oblige à répondre.',
    choose: 'Choisissez une réponse',
    ways: {
      recommendation: 'On vous a recommandés',
      search: 'Par une recherche',
      social: 'Sur un réseau social',
      advertisement: 'Par une publicité',
      press: 'Dans la presse, un blog ou un podcast',
      shop: 'Dans un magasin',
      event: 'Dans un salon ou un événement',
      other: 'Autrement',
      unknown: 'Je ne m’en souviens pas',
    },
    words: 'Avec vos mots (facultatif)',
    send: 'Envoyer',
    skip: 'Je préfère ne pas le dire',
    thanks: 'Merci ! Nous ne le demanderons plus.',
    missing: 'Choisissez une des réponses.',
  },
  ro: {
    ask: 'Cum ați aflat de noi?',
    hint: 'Întrebăm o singură dată. Ne ajută să știm ce funcționează; nu sunteți obligat să răspundeți.',
    choose: 'Alegeți un răspuns',
    ways: {
      recommendation: 'Ne-a recomandat cineva',
      search: 'Printr-o căutare',
      social: 'Pe o rețea socială',
      advertisement: 'Dintr-o reclamă',
      press: 'Din presă, dintr-un blog sau un podcast',
      shop: 'Într-un magazin',
      event: 'La un târg sau un eveniment',
      other: 'Altfel',
      unknown: 'Nu îmi amintesc',
    },
    words: 'Cu cuvintele dumneavoastră (opțional)',
    send: 'Trimite',
    skip: 'Prefer să nu spun',
    thanks: 'Vă mulțumim! Nu vom mai întreba.',
    missing: 'Alegeți unul dintre răspunsuri.',
  },
};
