import type { SurveyInstrument, SurveyLanguage } from './survey.ts';

/** What a survey says of itself in one language. */
export interface SurveyWords {
  questions: Record<SurveyInstrument, string>;
  /** The two ends of each scale. */
  ends: Record<SurveyInstrument, [low: string, high: string]>;
  subject: string;
  hello(name: string | null): string;
  about(title: string): string;
  oneClick: string;
  answerHere: string;
  replyWith(least: number, most: number): string;
  replyWithThumbs: string;
  /** Said on the telephone. */
  press(least: number, low: string, most: number, high: string): string;
  pressAgain(least: number, most: number): string;
  thanksAhead: string;
  leaveLine: string;
  why: string;
  whyHint: string;
  send: string;
  change: string;
  thanks: string;
  thanksMore: string;
  notYet: string;
  yourAnswer(value: string): string;
  missing: string;
  gone: string;
  goneMore: string;
  leaveTitle: string;
  leaveQuestion: string;
  leaveButton: string;
  left: string;
  leftMore: string;
  faces: [string, string, string, string, string];
  thumbs: [down: string, up: string];
}

const en: SurveyWords = {
  questions: {
    csat: 'How satisfied are you with the help you got?',
    ces: 'How easy was it to get your matter settled?',
    nps: 'How likely are you to recommend us to a friend or colleague?',
  },
  ends: {
    csat: ['Not at all', 'Very satisfied'],
    ces: ['Very hard', 'Very easy'],
    nps: ['Not at all likely', 'Extremely likely'],
  },
  subject: 'How was it?',
  hello: (name) => (name ? `Hello ${name},` : 'Hello,'),
  about: (title) => `This is about: ${title}`,
  oneClick: 'One click, and you confirm on the page that opens:',
  answerHere: 'Answer here, it takes a few seconds:',
  replyWith: (least, most) => `Answer with a number from ${least} to ${most}, or here:`,
  replyWithThumbs: 'Answer with 👍 or 👎, or here:',
  press: (least, low, most, high) => `Press a key from ${least}, ${low}, to ${most}, ${high}.`,
  pressAgain: (least, most) => `Please press a key from ${least} to ${most}.`,
  thanksAhead: 'Thank you. We read every answer.',
  leaveLine: 'No more questions like this one:',
  why: 'What is the main reason?',
  whyHint: 'You may leave this empty.',
  send: 'Send the answer',
  change: 'Change the answer',
  thanks: 'Thank you!',
  thanksMore: 'Your answer has arrived. Somebody of us reads it.',
  notYet: 'Nothing is sent before you press the button.',
  yourAnswer: (value) => `Your answer: ${value}`,
  missing: 'Please choose an answer first.',
  gone: 'This question is no longer open',
  goneMore:
    'The link has ended or is not complete. If you wish to tell us something, simply answer our last message.',
  leaveTitle: 'No more questions?',
  leaveQuestion: 'We will not send you any surveys again. Answers to your own questions still reach you.',
  leaveButton: 'Send me no more surveys',
  left: 'Done',
  leftMore: 'You will get no more surveys from us.',
  faces: ['Very dissatisfied', 'Dissatisfied', 'Neither nor', 'Satisfied', 'Very satisfied'],
  thumbs: ['Not good', 'Good'],
};

const it: SurveyWords = {
  questions: {
    csat: 'Quanto è soddisfatto dell’aiuto ricevuto?',
    ces: 'Quanto è stato facile risolvere la sua richiesta?',
    nps: 'Con quale probabilità ci consiglierebbe a un amico o a un collega?',
  },
  ends: {
    csat: ['Per niente', 'Molto soddisfatto'],
    ces: ['Molto difficile', 'Molto facile'],
    nps: ['Per niente probabile', 'Estremamente probabile'],
  },
  subject: 'Com’è andata?',
  hello: (name) => (name ? `Buongiorno ${name},` : 'Buongiorno,'),
  about: (title) => `Si tratta di: ${title}`,
  oneClick: 'Basta un clic, poi conferma nella pagina che si apre:',
  answerHere: 'Risponda qui, bastano pochi secondi:',
  replyWith: (least, most) => `Risponda con un numero da ${least} a ${most}, oppure qui:`,
  replyWithThumbs: 'Risponda con 👍 o 👎, oppure qui:',
  press: (least, low, most, high) => `Prema un tasto da ${least}, ${low}, a ${most}, ${high}.`,
  pressAgain: (least, most) => `Prema per favore un tasto da ${least} a ${most}.`,
  thanksAhead: 'Grazie. Leggiamo ogni risposta.',
  leaveLine: 'Niente più domande come questa:',
  why: 'Qual è il motivo principale?',
  whyHint: 'Può lasciare vuoto.',
  send: 'Invia la risposta',
  change: 'Cambia la risposta',
  thanks: 'Grazie!',
  thanksMore: 'La sua risposta è arrivata. Qualcuno di noi la leggerà.',
  notYet: 'Nulla viene inviato prima che lei prema il pulsante.',
  yourAnswer: (value) => `La sua risposta: ${value}`,
  missing: 'Scelga prima una risposta.',
  gone: 'Questa domanda non è più aperta',
  goneMore:
    'Il link è scaduto o incompleto. Se vuole dirci qualcosa, risponda semplicemente al nostro ultimo messaggio.',
  leaveTitle: 'Niente più domande?',
  leaveQuestion: 'Non le invieremo più sondaggi. Le risposte alle sue domande continueranno ad arrivarle.',
  leaveButton: 'Non inviatemi più sondaggi',
  left: 'Fatto',
  leftMore: 'Non riceverà più sondaggi da noi.',
  faces: ['Molto insoddisfatto', 'Insoddisfatto', 'Né l’uno né l’altro', 'Soddisfatto', 'Molto soddisfatto'],
  thumbs: ['Non bene', 'Bene'],
};

const fr: SurveyWords = {
  questions: {
    csat: 'Êtes-vous satisfait de l’aide reçue ?',
    ces: 'A-t-il été facile de régler votre demande ?',
    nps: 'Quelle est la probabilité que vous nous recommandiez à un ami ou à un collègue ?',
  },
  ends: {
    csat: ['Pas du tout', 'Très satisfait'],
    ces: ['Très difficile', 'Très facile'],
    nps: ['Pas du tout probable', 'Extrêmement probable'],
  },
  subject: 'Comment cela s’est-il passé ?',
  hello: (name) => (name ? `Bonjour ${name},` : 'Bonjour,'),
  about: (title) => `Il s’agit de : ${title}`,
  oneClick: 'Un clic, puis vous confirmez sur la page qui s’ouvre :',
  answerHere: 'Répondez ici, cela prend quelques secondes :',
  replyWith: (least, most) => `Répondez par un chiffre de ${least} à ${most}, ou ici :`,
  replyWithThumbs: 'Répondez par 👍 ou 👎, ou ici :',
  press: (least, low, most, high) => `Appuyez sur une touche de ${least}, ${low}, à ${most}, ${high}.`,
  pressAgain: (least, most) => `Veuillez appuyer sur une touche de ${least} à ${most}.`,
  thanksAhead: 'Merci. Nous lisons chaque réponse.',
  leaveLine: 'Ne plus recevoir de telles questions :',
  why: 'Quelle en est la raison principale ?',
  whyHint: 'Vous pouvez laisser ce champ vide.',
  send: 'Envoyer la réponse',
  change: 'Modifier la réponse',
  thanks: 'Merci !',
  thanksMore: 'Votre réponse est arrivée. L’un de nous la lira.',
  notYet: 'Rien n’est envoyé avant que vous n’appuyiez sur le bouton.',
  yourAnswer: (value) => `Votre réponse : ${value}`,
  missing: 'Veuillez d’abord choisir une réponse.',
  gone: 'Cette question n’est plus ouverte',
  goneMore:
    'Le lien a expiré ou n’est pas complet. Pour nous dire quelque chose, répondez simplement à notre dernier message.',
  leaveTitle: 'Plus de questions ?',
  leaveQuestion:
    'Nous ne vous enverrons plus d’enquêtes. Les réponses à vos propres questions vous parviendront toujours.',
  leaveButton: 'Ne plus m’envoyer d’enquêtes',
  left: 'C’est fait',
  leftMore: 'Vous ne recevrez plus d’enquêtes de notre part.',
  faces: ['Très mécontent', 'Mécontent', 'Ni l’un ni l’autre', 'Satisfait', 'Très satisfait'],
  thumbs: ['Pas bien', 'Bien'],
};

const ro: SurveyWords = {
  questions: {
    csat: 'Cât de mulțumit sunteți de ajutorul primit?',
    ces: 'Cât de ușor a fost să vă rezolvați problema?',
    nps: 'Cât de probabil este să ne recomandați unui prieten sau coleg?',
  },
  ends: {
    csat: ['Deloc', 'Foarte mulțumit'],
    ces: ['Foarte greu', 'Foarte ușor'],
    nps: ['Deloc probabil', 'Foarte probabil'],
  },
  subject: 'Cum a fost?',
  hello: (name) => (name ? `Bună ziua, ${name},` : 'Bună ziua,'),
  about: (title) => `Este vorba despre: ${title}`,
  oneClick: 'Un singur clic, apoi confirmați pe pagina care se deschide:',
  answerHere: 'Răspundeți aici, durează câteva secunde:',
  replyWith: (least, most) => `Răspundeți cu un număr de la ${least} la ${most} sau aici:`,
  replyWithThumbs: 'Răspundeți cu 👍 sau 👎 ori aici:',
  press: (least, low, most, high) => `Apăsați o tastă de la ${least}, ${low}, la ${most}, ${high}.`,
  pressAgain: (least, most) => `Vă rugăm să apăsați o tastă de la ${least} la ${most}.`,
  thanksAhead: 'Vă mulțumim. Citim fiecare răspuns.',
  leaveLine: 'Fără astfel de întrebări pe viitor:',
  why: 'Care este motivul principal?',
  whyHint: 'Puteți lăsa gol.',
  send: 'Trimite răspunsul',
  change: 'Schimbă răspunsul',
  thanks: 'Vă mulțumim!',
  thanksMore: 'Răspunsul dumneavoastră a ajuns. Cineva dintre noi îl citește.',
  notYet: 'Nimic nu se trimite înainte să apăsați butonul.',
  yourAnswer: (value) => `Răspunsul dumneavoastră: ${value}`,
  missing: 'Alegeți mai întâi un răspuns.',
  gone: 'Această întrebare nu mai este deschisă',
  goneMore:
    'Linkul a expirat sau nu este complet. Dacă doriți să ne spuneți ceva, răspundeți la ultimul nostru mesaj.',
  leaveTitle: 'Fără alte întrebări?',
  leaveQuestion:
    'Nu vă vom mai trimite sondaje. Răspunsurile la întrebările dumneavoastră vor ajunge în continuare la dumneavoastră.',
  leaveButton: 'Nu-mi mai trimiteți sondaje',
  left: 'Gata',
  leftMore: 'Nu veți mai primi sondaje de la noi.',
  faces: ['Foarte nemulțumit', 'Nemulțumit', 'Nici, nici', 'Mulțumit', 'Foarte mulțumit'],
  thumbs: ['Nu a fost bine', 'A fost bine'],
};

/** The words of surveys, by language. */
export const surveyWords: Record<SurveyLanguage, SurveyWords> = { en, it, fr, ro };

/** The language in which somebody is asked: their own where we speak it, else English. */
export const surveyLanguageOf = (language: string | null | undefined): SurveyLanguage => {
  const short = language?.slice(0, 2).toLowerCase();
  return short && Object.hasOwn(surveyWords, short) ? (short as SurveyLanguage) : 'en';
};
