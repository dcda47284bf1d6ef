import type { Piece } from './piece.ts';

/** What helps people who have bought: to use it, when it does not work, to tell others, to come back. */
export const AFTER_BUYING: readonly Piece[] = [
  {
    key: 'first-week',
    kind: 'checklist',
    purpose: 'service',
    owner: 'Ana Popescu',
    tags: ['start'],
    touched: 33,
    stands: [
      ['use', 'support', 'first'],
      ['use', 'marketing'],
      ['use', 'sales'],
    ],
    texts: {
      en: [
        'Your first week: five things worth doing',
        '- Keep the box for thirty days\n- Write down the serial number\n- Wash the filter once, to know how\n- Register the warranty\n- Tell us what you did not expect',
      ],
      it: [
        'La prima settimana: cinque cose da fare',
        '- Conserva la scatola per trenta giorni\n- Annota il numero di serie\n- Lava il filtro una volta, per imparare\n- Registra la garanzia\n- Dicci che cosa non ti aspettavi',
      ],
      fr: [
        'Votre première semaine : cinq gestes utiles',
        '- Gardez le carton trente jours\n- Notez le numéro de série\n- Lavez le filtre une fois, pour savoir faire\n- Enregistrez la garantie\n- Dites-nous ce à quoi vous ne vous attendiez pas',
      ],
      ro: [
        'Prima săptămână: cinci lucruri de făcut',
        '- Păstrează cutia treizeci de zile\n- Notează numărul de serie\n- Spală filtrul o dată, ca să știi cum\n- Înregistrează garanția\n- Spune-ne la ce nu te așteptai',
      ],
    },
  },
  {
    key: 'descale-aurora',
    kind: 'video',
    purpose: 'service',
    owner: 'Ana Popescu',
    product: 'Aurora Espresso',
    tags: ['kitchen', 'care'],
    touched: 150,
    stands: [
      ['use', 'support'],
      ['assistance', 'support'],
    ],
    texts: {
      en: [
        'Descaling Aurora in six minutes',
        'Water to the mark, one sachet, the second button for three seconds. The light blinks **twice**: done.',
      ],
      it: [
        'Decalcificare Aurora in sei minuti',
        'Acqua fino al segno, una bustina, il secondo pulsante per tre secondi. La spia lampeggia **due volte**: fatto.',
      ],
      fr: [
        'Détartrer Aurora en six minutes',
        'De l’eau jusqu’au repère, un sachet, le deuxième bouton trois secondes. Le voyant clignote **deux fois** : c’est fait.',
      ],
      ro: [
        'Decalcifierea aparatului Aurora în șase minute',
        'Apă până la semn, un plic, al doilea buton trei secunde. Becul clipește de **două ori**: gata.',
      ],
    },
  },
  {
    key: 'weak-suction',
    kind: 'checklist',
    purpose: 'service',
    owner: 'Ana Popescu',
    tags: ['cleaning', 'repair'],
    touched: 18,
    stands: [['assistance', 'support']],
    texts: {
      en: [
        'It does not pull as it should: four checks before anything is exchanged',
        '- Which floor, and how long is the pile?\n- Is the filter grey? Wash it, let it dry a day\n- Is the tube free? Drop a coin through\n- Is the flap at the handle closed?\n\nIf all four are fine we exchange it the same week.',
      ],
      it: [
        'Non aspira come dovrebbe: quattro controlli prima di cambiarlo',
        '- Che pavimento, e quanto è lungo il pelo?\n- Il filtro è grigio? Lavalo e lascialo asciugare un giorno\n- Il tubo è libero? Facci passare una moneta\n- Lo sportellino sul manico è chiuso?\n\nSe tutto è a posto lo cambiamo in settimana.',
      ],
      fr: [
        'Il n’aspire pas assez : quatre vérifications avant un échange',
        '- Quel sol, et quelle longueur de poils ?\n- Le filtre est gris ? Lavez-le, laissez-le sécher un jour\n- Le tube est libre ? Faites-y passer une pièce\n- Le clapet de la poignée est fermé ?\n\nSi tout est en ordre, nous l’échangeons dans la semaine.',
      ],
      ro: [
        'Nu trage cum trebuie: patru verificări înainte de orice schimb',
        '- Ce pardoseală și cât de lung e firul?\n- Filtrul e gri? Spală-l și lasă-l o zi la uscat\n- Tubul e liber? Trece o monedă prin el\n- Clapeta de la mâner e închisă?\n\nDacă toate patru sunt în regulă, îl schimbăm în aceeași săptămână.',
      ],
    },
  },
  {
    key: 'where-is-my-order',
    kind: 'answer',
    purpose: 'service',
    owner: 'Ana Popescu',
    tags: ['delivery'],
    touched: 55,
    stands: [['assistance', 'support']],
    texts: {
      en: [
        'Where is my order? What each word of the carrier means',
        '**In transit**: on the road, one to three days. **Held**: they miss something, we call them. **Delivered** and not there: tell us within five days and we look for it, not you.',
      ],
      it: [
        'Dov’è il mio ordine? Che cosa significano le parole del corriere',
        '**In transito**: in viaggio, da uno a tre giorni. **In giacenza**: manca qualcosa, chiamiamo noi. **Consegnato** ma non c’è: diccelo entro cinque giorni e lo cerchiamo noi, non tu.',
      ],
      fr: [
        'Où est ma commande ? Ce que disent les mots du transporteur',
        '**En transit** : en route, un à trois jours. **En attente** : il leur manque une information, nous appelons. **Livré** mais absent : dites-le sous cinq jours et c’est nous qui cherchons.',
      ],
      ro: [
        'Unde e comanda mea? Ce înseamnă cuvintele curierului',
        '**În tranzit**: pe drum, una până la trei zile. **Reținut**: le lipsește ceva, îi sunăm noi. **Livrat**, dar nu e: spune-ne în cinci zile și o căutăm noi, nu tu.',
      ],
    },
  },
  {
    key: 'what-we-can-do',
    kind: 'template',
    purpose: 'service',
    owner: 'Ana Popescu',
    tags: ['complaint'],
    touched: 27,
    stands: [['assistance', 'support']],
    texts: {
      en: [
        'After something went wrong: what we can do, and by when',
        'I am sorry: this should not have happened. Here is what I do **today**: … By … you hear from me, also if it is not solved by then. You need not explain it again.',
      ],
      it: [
        'Quando qualcosa è andato storto: che cosa possiamo fare, ed entro quando',
        'Mi dispiace: non doveva succedere. Ecco che cosa faccio **oggi**: … Entro … mi faccio vivo io, anche se non è ancora risolto. Non deve spiegarlo di nuovo.',
      ],
      fr: [
        'Quand quelque chose a mal tourné : ce que nous pouvons faire, et pour quand',
        'Je suis désolé : cela n’aurait pas dû arriver. Voici ce que je fais **aujourd’hui** : … D’ici … je vous donne des nouvelles, même si ce n’est pas résolu. Vous n’aurez pas à tout réexpliquer.',
      ],
      ro: [
        'Când ceva n-a mers: ce putem face și până când',
        'Îmi pare rău: nu trebuia să se întâmple. Iată ce fac **azi**: … Până la … vă dau de veste, chiar dacă nu e rezolvat. Nu trebuie să explicați din nou.',
      ],
    },
  },
  {
    key: 'returns',
    kind: 'answer',
    purpose: 'service',
    owner: 'Ana Popescu',
    tags: ['return'],
    touched: 240,
    stands: [
      ['assistance', 'support', 'reserve'],
      ['use', 'support', 'reserve'],
    ],
    texts: {
      en: [
        'Sending something back: three steps, no forms',
        '- Write us the order number\n- Put it in any box; we bring the label\n- The money is back five days after it reached us',
      ],
      it: [
        'Restituire qualcosa: tre passi, nessun modulo',
        '- Scrivici il numero d’ordine\n- Mettilo in una scatola qualsiasi; l’etichetta la portiamo noi\n- Il rimborso arriva cinque giorni dopo il ritiro',
      ],
      fr: [
        'Renvoyer un article : trois étapes, aucun formulaire',
        '- Écrivez-nous le numéro de commande\n- Un carton quelconque suffit ; nous apportons l’étiquette\n- Vous êtes remboursé cinq jours après réception',
      ],
    },
  },
  {
    key: 'season-care',
    kind: 'guide',
    purpose: 'information',
    owner: 'Jade Martin',
    tags: ['care'],
    touched: 48,
    stands: [
      ['use', 'marketing'],
      ['repeat', 'marketing'],
      ['repeat', 'support'],
    ],
    texts: {
      en: [
        'Make it last: a care calendar for the whole house',
        'One small job a month keeps what you have running for years. Print it, hang it inside the cupboard door.',
      ],
      it: [
        'Farlo durare: il calendario di manutenzione per tutta la casa',
        'Un lavoretto al mese e quel che hai dura anni. Stampalo e appendilo dentro l’anta.',
      ],
      fr: [
        'Faire durer : un calendrier d’entretien pour toute la maison',
        'Un petit geste par mois, et vos appareils durent des années. Imprimez-le, accrochez-le dans le placard.',
      ],
      ro: [
        'Să țină mult: un calendar de întreținere pentru toată casa',
        'O treabă mică pe lună și ce ai ține ani de zile. Tipărește-l și agață-l pe ușa dulapului.',
      ],
    },
  },
  {
    key: 'tell-your-story',
    kind: 'template',
    purpose: 'information',
    owner: 'Jade Martin',
    tags: ['peers', 'review'],
    touched: 66,
    stands: [
      ['share', 'marketing', 'first'],
      ['share', 'support'],
      ['share', 'sales'],
    ],
    texts: {
      en: [
        'Would you tell others? Two questions are enough',
        'What did you need, and what surprised you — good or bad? We print it as you write it.',
      ],
      it: [
        'Lo racconteresti ad altri? Bastano due domande',
        'Di che cosa avevi bisogno, e che cosa ti ha sorpreso, nel bene o nel male? Lo pubblichiamo così come lo scrivi.',
      ],
      fr: [
        'Le raconteriez-vous à d’autres ? Deux questions suffisent',
        'De quoi aviez-vous besoin, et qu’est-ce qui vous a surpris, en bien ou en mal ? Nous le publions tel quel.',
      ],
      ro: [
        'Ai povesti și altora? Ajung două întrebări',
        'De ce aveai nevoie și ce te-a surprins, bine sau rău? Publicăm exact cum scrii.',
      ],
    },
  },
  {
    key: 'bring-a-friend',
    kind: 'post',
    purpose: 'offer',
    owner: 'Jade Martin',
    tags: ['referral'],
    touched: 35,
    stands: [
      ['share', 'marketing'],
      ['share', 'sales'],
      ['repeat', 'sales'],
    ],
    texts: {
      en: [
        'For a friend: twenty euros for them, a filter set for you',
        'Give them your name; nothing else to fill in.',
      ],
      it: [
        'Per un amico: venti euro per lui, un set di filtri per te',
        'Basta che dica il tuo nome; nient’altro da compilare.',
      ],
      fr: [
        'Pour un ami : vingt euros pour lui, un jeu de filtres pour vous',
        'Il suffit qu’il donne votre nom ; rien d’autre à remplir.',
      ],
      ro: [
        'Pentru un prieten: douăzeci de euro pentru el, un set de filtre pentru tine',
        'E de ajuns să spună numele tău; nu e nimic de completat.',
      ],
    },
  },
  {
    key: 'spares-on-time',
    kind: 'one-pager',
    purpose: 'offer',
    owner: 'Luca Ferri',
    tags: ['spares', 'subscription'],
    touched: 22,
    stands: [
      ['repeat', 'sales'],
      ['repeat', 'marketing'],
      ['use', 'sales'],
    ],
    texts: {
      en: [
        'Bags and filters before they run out, ten per cent less',
        'We count by what you bought and write two weeks before. Pause or stop with one word.',
      ],
      it: [
        'Sacchetti e filtri prima che finiscano, con il dieci per cento in meno',
        'Contiamo da quel che hai comprato e scriviamo due settimane prima. Si sospende o si smette con una parola.',
      ],
      fr: [
        'Sacs et filtres avant d’en manquer, dix pour cent moins cher',
        'Nous comptons d’après vos achats et écrivons deux semaines avant. Un mot suffit pour suspendre ou arrêter.',
      ],
      ro: [
        'Saci și filtre înainte să se termine, cu zece la sută mai ieftin',
        'Socotim după ce ai cumpărat și îți scriem cu două săptămâni înainte. Oprești sau amâni cu un cuvânt.',
      ],
    },
  },
  {
    key: 'spring-sale',
    kind: 'post',
    purpose: 'offer',
    owner: 'Jade Martin',
    tags: ['campaign'],
    endsIn: -20,
    touched: 120,
    stands: [
      ['choice', 'marketing'],
      ['repeat', 'marketing'],
    ],
    texts: {
      en: ['Autumn weeks: twenty per cent on everything for the kitchen', 'Until the end of October.'],
      it: ['Settimane d’autunno: venti per cento su tutta la cucina', 'Fino a fine ottobre.'],
    },
  },
  {
    key: 'we-missed-you',
    kind: 'post',
    purpose: 'information',
    owner: 'Jade Martin',
    tags: ['dormant'],
    touched: 80,
    stands: [
      ['dormant', 'marketing'],
      ['dormant', 'support'],
      ['dormant', 'sales'],
    ],
    texts: {
      en: [
        'Is it still running? A question, not an offer',
        'It is a while since we heard from you. Is everything working? If not, answer this and we look after it.',
      ],
      it: [
        'Funziona ancora? Una domanda, non un’offerta',
        'È un po’ che non ci sentiamo. Va tutto bene? Se no, rispondi qui e ci pensiamo noi.',
      ],
      fr: [
        'Tout marche encore ? Une question, pas une offre',
        'Cela fait un moment. Tout fonctionne ? Sinon, répondez simplement et nous nous en occupons.',
      ],
      ro: [
        'Mai merge? O întrebare, nu o ofertă',
        'Nu ne-am mai auzit de ceva vreme. Funcționează totul? Dacă nu, răspunde aici și ne ocupăm noi.',
      ],
    },
  },
];
