/** What the chat window says of itself. The bot's words come from the server. */
export interface ChatWords {
  title: string;
  placeholder: string;
  send: string;
  person: string;
  personTitle: string;
  name: string;
  email: string;
  call: string;
  skip: string;
  yes: string;
  no: string;
  waiting: string;
  withPerson: string;
  bot: string;
  you: string;
  us: string;
  from: string;
  offline: string;
  failed: string;
  again: string;
  close: string;
  /** What a link to a question of ours is called. */
  answer: string;
}

const en: ChatWords = {
  title: 'Talk with us',
  placeholder: 'Your question…',
  send: 'Send',
  person: 'Talk to a person',
  personTitle: 'How may we reach you if the connection breaks?',
  name: 'Your name',
  email: 'Your e-mail',
  call: 'Fetch a person',
  skip: 'Go on without',
  yes: 'Yes, thank you',
  no: 'No',
  waiting: 'A person is on the way.',
  withPerson: 'You are talking with a person.',
  bot: 'Bot',
  you: 'You',
  us: 'We',
  from: 'From:',
  offline: 'No connection. What you write is kept.',
  failed: 'That could not be sent.',
  again: 'Try again',
  close: 'Close the chat',
  answer: 'Answer the question',
};

const it: ChatWords = {
  title: 'Parli con noi',
  placeholder: 'La sua domanda…',
  send: 'Invia',
  person: 'Parla con una persona',
  personTitle: 'Come possiamo raggiungerla se cade la connessione?',
  name: 'Il suo nome',
  email: 'La sua e-mail',
  call: 'Chiama una persona',
  skip: 'Continua senza',
  yes: 'Sì, grazie',
  no: 'No',
  waiting: 'Una persona sta arrivando.',
  withPerson: 'Sta parlando con una persona.',
  bot: 'Bot',
  you: 'Lei',
  us: 'Noi',
  from: 'Da:',
  offline: 'Nessuna connessione. Quello che scrive viene conservato.',
  failed: 'Non è stato possibile inviare.',
  again: 'Riprova',
  close: 'Chiudi la chat',
  answer: 'Rispondi alla domanda',
};

const fr: ChatWords = {
  title: 'Parlez avec nous',
  placeholder: 'Votre question…',
  send: 'Envoyer',
  person: 'Parler à une personne',
  personTitle: 'Comment vous joindre si la connexion est coupée ?',
  name: 'Votre nom',
  email: 'Votre e-mail',
  call: 'Appeler une personne',
  skip: 'Continuer sans',
  yes: 'Oui, merci',
  no: 'Non',
  waiting: 'Une personne arrive.',
  withPerson: 'Vous parlez avec une personne.',
  bot: 'Robot',
  you: 'Vous',
  us: 'Nous',
  from: 'Source :',
  offline: 'Pas de connexion. Ce que vous écrivez est conservé.',
  failed: 'L’envoi a échoué.',
  again: 'Réessayer',
  close: 'Fermer la discussion',
  answer: 'Répondre à la question',
};

const ro: ChatWords = {
  title: 'Vorbiți cu noi',
  placeholder: 'Întrebarea dumneavoastră…',
  send: 'Trimite',
  person: 'Vorbiți cu o persoană',
  personTitle: 'Cum vă putem contacta dacă se întrerupe legătura?',
  name: 'Numele',
  email: 'Adresa de e-mail',
  call: 'Cheamă o persoană',
  skip: 'Continuă fără',
  yes: 'Da, mulțumesc',
  no: 'Nu',
  waiting: 'O persoană este pe drum.',
  withPerson: 'Vorbiți cu o persoană.',
  bot: 'Bot',
  you: 'Dumneavoastră',
  us: 'Noi',
  from: 'Sursa:',
  offline: 'Fără conexiune. Ce scrieți se păstrează.',
  failed: 'Nu s-a putut trimite.',
  again: 'Încearcă din nou',
  close: 'Închide discuția',
  answer: 'Răspunde la întrebare',
};

export const chatWords: Record<string, ChatWords> = { en, it, fr, ro };
