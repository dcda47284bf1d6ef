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
  why: string;
  whyShort: string;
  thanks: string;
  attach: string;
  keep(name: string): string;
  tooLarge: string;
  notTaken: string;
  tooMany: string;
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
  why: 'Why? You may leave this empty.',
  whyShort: 'Why?',
  thanks: 'Thank you! We read every answer.',
  attach: 'Send a picture or a file',
  keep: (name) => `Save ${name}`,
  tooLarge: 'A file may have at most 10 MB.',
  notTaken: 'We cannot take this kind of file. A picture, a PDF or a text is fine.',
  tooMany: 'That is a lot of files for one chat; please describe the rest in words.',
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
  why: 'Perché? Può lasciare vuoto.',
  whyShort: 'Perché?',
  thanks: 'Grazie! Leggiamo ogni risposta.',
  attach: 'Invia un’immagine o un file',
  keep: (name) => `Salva ${name}`,
  tooLarge: 'Un file può avere al massimo 10 MB.',
  notTaken: 'Non possiamo accettare questo tipo di file. Vanno bene un’immagine, un PDF o un testo.',
  tooMany: 'Sono molti file per una sola chat: descriva il resto a parole.',
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
  why: 'Pourquoi ? Vous pouvez laisser vide.',
  whyShort: 'Pourquoi ?',
  thanks: 'Merci ! Nous lisons chaque réponse.',
  attach: 'Envoyer une image ou un fichier',
  keep: (name) => `Enregistrer ${name}`,
  tooLarge: 'Un fichier peut faire 10 Mo au plus.',
  notTaken: 'Nous ne pouvons pas prendre ce type de fichier. Une image, un PDF ou un texte convient.',
  tooMany: 'Cela fait beaucoup de fichiers pour un chat ; décrivez le reste avec des mots.',
};

const ro: ChatWords = {
  title: 'Vorbiți cu noi',
  placeholder: 'Întrebați…',
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
  why: 'De ce? Puteți lăsa gol.',
  whyShort: 'De ce?',
  thanks: 'Vă mulțumim! Citim fiecare răspuns.',
  attach: 'Trimite o imagine sau un fișier',
  keep: (name) => `Salvează ${name}`,
  tooLarge: 'Un fișier poate avea cel mult 10 MB.',
  notTaken: 'Nu putem primi acest tip de fișier. O imagine, un PDF sau un text este în regulă.',
  tooMany: 'Sunt multe fișiere pentru o singură conversație; descrieți restul în cuvinte.',
};

export const chatWords: Record<string, ChatWords> = { en, it, fr, ro };
