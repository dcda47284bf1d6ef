import type { ChatLanguage } from './chat.ts';

/** What the bot says of itself, in one language. */
export interface BotWords {
  hello: string;
  unsure: string;
  didThatHelp: string;
  handOver: string;
  glad: string;
  /** What it says to a file: it cannot look into one. */
  file: string;
}

/** All that the bot says without an article. */
export const botWords: Record<ChatLanguage, BotWords> = {
  en: {
    hello: 'Hello! I am a bot. Ask me, and I will look it up – or talk to a person whenever you like.',
    unsure: 'I found nothing about that. Could you put it in other words? Or shall I fetch a person?',
    didThatHelp: 'Did that help?',
    handOver:
      'I am fetching a person. They will see everything you wrote here, so you need not say it again.',
    glad: 'Good to hear. If anything else comes up, just write.',
    file: 'I have your file, but I cannot look into it. Describe it in words, or shall I fetch a person?',
  },
  it: {
    hello:
      'Buongiorno! Sono un bot. Chieda pure e cercherò la risposta – o parli con una persona quando vuole.',
    unsure: 'Non ho trovato nulla su questo. Può dirlo con altre parole? O chiamo una persona?',
    didThatHelp: 'Le è stato utile?',
    handOver: 'Chiamo una persona. Vedrà tutto quello che ha scritto qui: non dovrà ripetere nulla.',
    glad: 'Mi fa piacere. Se le serve altro, scriva pure.',
    file: 'Ho ricevuto il file, ma non posso guardarlo. Lo descriva a parole, oppure chiamo una persona?',
  },
  fr: {
    hello:
      'Bonjour ! Je suis un robot. Posez votre question, je chercherai – ou parlez à une personne quand vous voulez.',
    unsure:
      'Je n’ai rien trouvé à ce sujet. Pouvez-vous le dire autrement ? Ou dois-je appeler une personne ?',
    didThatHelp: 'Cela vous a-t-il aidé ?',
    handOver:
      'J’appelle une personne. Elle verra tout ce que vous avez écrit ici : vous n’aurez rien à répéter.',
    glad: 'Tant mieux. S’il y a autre chose, écrivez-nous.',
    file: 'J’ai bien reçu le fichier, mais je ne peux pas le lire. Décrivez-le, ou dois-je appeler une personne ?',
  },
  ro: {
    hello: 'Bună ziua! Sunt un bot. Întrebați și voi căuta – sau vorbiți cu o persoană oricând doriți.',
    unsure: 'Nu am găsit nimic despre asta. Puteți spune cu alte cuvinte? Sau chem o persoană?',
    didThatHelp: 'V-a fost de folos?',
    handOver: 'Chem o persoană. Va vedea tot ce ați scris aici: nu trebuie să repetați nimic.',
    glad: 'Mă bucur. Dacă mai aveți nevoie de ceva, scrieți-ne.',
    file: 'Am primit fișierul, dar nu îl pot privi. Descrieți-l în cuvinte sau chem o persoană?',
  },
};
