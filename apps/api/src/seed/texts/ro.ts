import type { Phrases } from './phrases.ts';

/** Romanian. */
export const romanian: Phrases = {
  greeting: ['Bună ziua,', 'Bună,', 'Salut,', 'Stimată echipă,', 'Bună seara,', ''],
  farewell: ['Mulțumesc, {name}', '{name}', 'Cu stimă, {name}', 'O zi bună, {name}', ''],
  causes: {
    defect: {
      subject: ['{product} nu mai merge', '{product} face un zgomot ciudat', 'Defect {product}'],
      ask: [
        'după {days} zile {product} s-a oprit. Becul clipește de trei ori și apoi nimic.',
        '{product} a început să vibreze tare. Până săptămâna trecută mergea bine.',
        '{product} din comanda {order} nu mai pornește. Am încercat la două prize.',
      ],
      answer: [
        'Îmi pare rău. Țineți apăsat butonul zece secunde; dacă becul tot clipește, îl ridicăm și îl reparăm gratuit.',
        'De obicei e garnitura. Vă trimit azi una nouă, se montează în două minute.',
      ],
    },
    setup: {
      subject: ['Cum se conectează {product}?', 'Prima pornire {product}', 'Manual pentru {product}'],
      ask: [
        'în manual scrie să țin apăsate ambele butoane, dar nu se întâmplă nimic. Unde greșesc?',
        'nu reușesc să conectez {product} la wifi. Găsește rețeaua și apoi renunță.',
      ],
      answer: [
        'La prima conectare treceți routerul pe 2,4 GHz; după aceea îl puteți pune la loc.',
        'Țineți ambele butoane până la al doilea semnal, cam opt secunde. Atașez un scurt film.',
      ],
    },
    expectation: {
      subject: ['{product} nu e ce credeam', 'Așa trebuie să fie {product}?'],
      ask: [
        'din reclamă credeam că {product} e mult mai silențios. Al meu e stricat?',
        '{product} funcționează, dar nu e ce promiteți pe site.',
      ],
      answer: [
        'Produsul {product} este în parametri. Înțeleg că pagina noastră v-a făcut să așteptați altceva și am transmis mai departe.',
        'Nu e stricat: modelul acesta e pentru camere mici. Îl putem schimba cu unul mai mare.',
      ],
    },
    delivery: {
      subject: ['Unde e comanda {order}?', 'Livrare întârziată', 'Colet {order}'],
      ask: [
        'comanda {order} trebuia să vină vineri și nu a ajuns.',
        'curierul spune că a livrat, dar aici nu e niciun colet. Comanda {order}.',
      ],
      answer: [
        'Coletul e la depozit. Am cerut o nouă livrare mâine înainte de prânz.',
        'Văd și eu. Am deschis o căutare; dacă în două zile nu se găsește, trimitem altul.',
      ],
    },
    invoice: {
      subject: ['Factura {order}', 'Plătit de două ori?'],
      ask: [
        'îmi puteți trimite factura pentru {order} cu CUI-ul firmei?',
        'mi s-au luat banii de două ori pentru {order}. Verificați, vă rog.',
      ],
      answer: ['Factura corectată e atașată.', 'A doua sumă era doar o rezervare și dispare în cinci zile.'],
    },
    return: {
      subject: ['Retur {product}', 'Vreau să returnez {product}'],
      ask: [
        'aș vrea să returnez {product}, e prea mare pentru bucătăria noastră. Cum fac?',
        'am nevoie de eticheta de retur pentru {order}.',
      ],
      answer: [
        'Desigur. Eticheta e atașată; primiți banii într-o săptămână de la sosire.',
        'Nicio problemă, curierul vine joi.',
      ],
    },
    question: {
      subject: ['Întrebare despre {product}', 'Înainte să cumpăr {product}'],
      ask: [
        '{product} încape pe un blat de 55 cm?',
        'e vreo reducere dacă luăm patru bucăți de {product}?',
        'cât timp aveți piese pentru {product}?',
      ],
      answer: [
        'Da, rămân 2 cm.',
        'De la patru bucăți facem 8 %. Vă pregătesc o ofertă?',
        'Zece ani de la ultima vânzare.',
      ],
    },
  },
  nudge: [
    'Aveți vreo noutate?',
    'Am încercat, e la fel.',
    'Se poate uita cineva, vă rog?',
    'A mers o zi și apoi iar nimic.',
  ],
  annoyed: [
    'E a treia oară când scriu.',
    'Sincer, mă așteptam la mai mult.',
    'Am explicat deja de două ori.',
    'Sunați-mă, m-am săturat de mailuri.',
  ],
  thanks: ['Acum merge, mulțumesc!', 'Perfect, mulțumesc mult.', 'Super.', 'ok mersi'],
  holding: [
    'Verificăm și revenim până mâine.',
    'Am întrebat atelierul, vă scriu imediat ce știu.',
    'Ne puteți trimite o poză cu eticheta de dedesubt?',
  ],
  closing: [
    'Mă bucur că merge. {agent}',
    'Închid deocamdată; răspundeți aici dacă mai e ceva. {agent}',
    'Mulțumim pentru răbdare. {agent}',
  ],
  praise: ['Rapid și amabil.', 'Rezolvat din prima.', 'Mulțumesc, {agent}!', 'Foarte de ajutor'],
  blame: [
    'A durat mult prea mult',
    'Nimeni nu a citit ce am scris',
    'Rezolvat până la urmă, dar cu chin',
    'Niciun răspuns adevărat',
  ],
  chat: {
    opening: [
      'bună, {product} e pe stoc?',
      'am nevoie de ajutor cu o comandă',
      'livrați sâmbăta?',
      '{product} curge',
    ],
    bot: ['Bună! Sunt asistentul Casa Marea. Care e numărul comenzii?'],
    botAgain: ['Nu am înțeles. Alegeți: 1 comenzi, 2 produse, 3 retururi.'],
    person: ['pot vorbi cu o persoană?', 'un om, vă rog', 'nu îl am la îndemână'],
    agent: [
      'Bună ziua, sunt {agent}. Am citit mai sus, un minut.',
      'Gata, primiți un mail.',
      'Da, se poate.',
    ],
  },
  campaigns: [
    'Curățenia de primăvară fără praf',
    'Sunetul verii: Norda în grădină',
    'Înapoi acasă: mici ajutoare pentru septembrie',
    'Black week la Casa Marea',
    'Ultimele colete înainte de Crăciun',
  ],
};
