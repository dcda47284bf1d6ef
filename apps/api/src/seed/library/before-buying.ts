import type { Piece } from './piece.ts';

/** What helps people who feel a need, look around, and compare. */
export const BEFORE_BUYING: readonly Piece[] = [
  {
    key: 'which-floors',
    kind: 'guide',
    purpose: 'information',
    owner: 'Jade Martin',
    tags: ['cleaning', 'first-contact'],
    touched: 40,
    stands: [
      ['need', 'marketing'],
      ['need', 'sales'],
      ['research', 'sales'],
    ],
    texts: {
      en: [
        'Which floor do you have? Three questions before you choose a cleaner',
        '# Three questions\n- Hard floor, short pile or long pile?\n- Pets or allergies in the house?\n- How many square metres in one go?\n\nTell us your answers and we name **two** machines that fit, and the one that does not.',
      ],
      it: [
        'Che pavimenti hai? Tre domande prima di scegliere l’aspirapolvere',
        '# Tre domande\n- Pavimento duro, pelo corto o pelo lungo?\n- Animali o allergie in casa?\n- Quanti metri quadri per volta?\n\nRispondici e ti indichiamo **due** apparecchi adatti, e quello che non fa per te.',
      ],
      fr: [
        'Quels sols avez-vous ? Trois questions avant de choisir un aspirateur',
        '# Trois questions\n- Sol dur, poils ras ou poils longs ?\n- Des animaux ou des allergies à la maison ?\n- Combien de mètres carrés d’une traite ?\n\nRépondez-nous : nous vous indiquerons **deux** appareils adaptés, et celui qui ne l’est pas.',
      ],
      ro: [
        'Ce pardoseli ai? Trei întrebări înainte de a alege aspiratorul',
        '# Trei întrebări\n- Pardoseală dură, fir scurt sau fir lung?\n- Animale sau alergii în casă?\n- Câți metri pătrați dintr-o dată?\n\nSpune-ne răspunsurile și îți recomandăm **două** aparate potrivite, dar și pe cel nepotrivit.',
      ],
    },
  },
  {
    key: 'coffee-at-home',
    kind: 'post',
    purpose: 'information',
    owner: 'Jade Martin',
    tags: ['kitchen', 'first-contact'],
    touched: 70,
    stands: [
      ['need', 'marketing'],
      ['dormant', 'marketing'],
    ],
    texts: {
      en: [
        'Good coffee at home: what really makes the difference',
        'Fresh beans and clean water come first; the machine is third. Our barista shows how to tell, with what you have.',
      ],
      it: [
        'Un buon caffè a casa: che cosa conta davvero',
        'Prima i chicchi freschi e l’acqua pulita; la macchina viene terza. Il nostro barista mostra come accorgersene, con quel che hai.',
      ],
      fr: [
        'Un bon café chez soi : ce qui compte vraiment',
        'D’abord des grains frais et une eau propre ; la machine arrive troisième. Notre barista vous montre comment le vérifier avec ce que vous avez.',
      ],
      ro: [
        'O cafea bună acasă: ce contează cu adevărat',
        'Mai întâi boabe proaspete și apă curată; aparatul vine al treilea. Baristul nostru îți arată cum îți dai seama, cu ce ai în casă.',
      ],
    },
  },
  {
    key: 'reviews-vento-120',
    kind: 'review',
    purpose: 'information',
    owner: 'Jade Martin',
    product: 'Vento 120',
    tags: ['cleaning', 'peers'],
    touched: 12,
    stands: [
      ['research', 'marketing'],
      ['research', 'sales'],
      ['choice', 'sales'],
    ],
    texts: {
      en: [
        'Vento 120: what 212 owners say, the three worst included',
        '**4.3 of 5.** “Light, quiet, and the filter is a minute’s work.” — Two out of ten miss a longer cord. “Weak on my thick rug” (Paula, 2 of 5): she is right, it is made for hard floors.',
      ],
      it: [
        'Vento 120: che cosa dicono 212 proprietari, i tre peggiori compresi',
        '**4,3 su 5.** «Leggero, silenzioso, e il filtro si pulisce in un minuto.» — A due su dieci il cavo sembra corto. «Debole sul tappeto spesso» (Paola, 2 su 5): ha ragione, è fatto per i pavimenti duri.',
      ],
      fr: [
        'Vento 120 : l’avis de 212 propriétaires, les trois pires compris',
        '**4,3 sur 5.** « Léger, silencieux, et le filtre se nettoie en une minute. » — Deux sur dix regrettent un câble court. « Faible sur mon tapis épais » (Paule, 2 sur 5) : elle a raison, il est fait pour les sols durs.',
      ],
      ro: [
        'Vento 120: ce spun 212 proprietari, inclusiv cele mai slabe trei păreri',
        '**4,3 din 5.** „Ușor, silențios, iar filtrul se curăță într-un minut.” — La doi din zece cablul pare scurt. „Slab pe covorul gros” (Paula, 2 din 5): are dreptate, e făcut pentru pardoseli dure.',
      ],
    },
  },
  {
    key: 'reviews-aurora',
    kind: 'review',
    purpose: 'information',
    owner: 'Jade Martin',
    product: 'Aurora Espresso',
    tags: ['kitchen', 'peers'],
    touched: 25,
    stands: [
      ['research', 'marketing'],
      ['research', 'sales'],
    ],
    texts: {
      en: [
        'Aurora Espresso in twelve kitchens: owners answer your questions',
        'Twelve owners let us ring them. How loud is it in the morning? How often do you descale? Would you buy it again? Eleven say yes; the twelfth says why not.',
      ],
      it: [
        'Aurora Espresso in dodici cucine: rispondono i proprietari',
        'Dodici proprietari ci hanno risposto al telefono. Quanto rumore fa al mattino? Ogni quanto si decalcifica? La ricomprereste? Undici dicono di sì; il dodicesimo spiega perché no.',
      ],
      fr: [
        'Aurora Espresso dans douze cuisines : les propriétaires répondent',
        'Douze propriétaires ont accepté notre appel. Quel bruit le matin ? Combien de détartrages ? La rachèteriez-vous ? Onze disent oui ; le douzième explique pourquoi non.',
      ],
      ro: [
        'Aurora Espresso în douăsprezece bucătării: răspund proprietarii',
        'Doisprezece proprietari ne-au răspuns la telefon. Cât de zgomotos e dimineața? Cât de des se decalcifiază? L-ați cumpăra din nou? Unsprezece spun da; al doisprezecelea explică de ce nu.',
      ],
    },
  },
  {
    key: 'vento-300-carpets',
    kind: 'guide',
    purpose: 'information',
    owner: 'Jade Martin',
    product: 'Vento 300',
    tags: ['cleaning', 'advertisement'],
    claims: ['Vento 300 lifts sand out of long-pile carpets.', 'One machine for every floor in the house.'],
    touched: 210,
    stands: [
      ['need', 'marketing'],
      ['research', 'marketing'],
      ['research', 'sales'],
    ],
    texts: {
      en: [
        'Vento 300: one machine for every floor',
        'Sand on a deep rug? Gone in one go. **Vento 300** lifts what others leave behind, from parquet to the longest pile.',
      ],
      it: [
        'Vento 300: un solo apparecchio per ogni pavimento',
        'Sabbia nel tappeto a pelo lungo? Via in un colpo solo. **Vento 300** tira su quel che gli altri lasciano, dal parquet al pelo più lungo.',
      ],
      fr: [
        'Vento 300 : un seul appareil pour tous les sols',
        'Du sable dans un tapis épais ? Disparu en un passage. **Vento 300** aspire ce que les autres laissent, du parquet aux poils les plus longs.',
      ],
      ro: [
        'Vento 300: un singur aparat pentru orice pardoseală',
        'Nisip în covorul cu fir lung? Dispare dintr-o trecere. **Vento 300** ridică ce lasă celelalte, de la parchet la firul cel mai lung.',
      ],
    },
  },
  {
    key: 'compare-cleaners',
    kind: 'one-pager',
    purpose: 'information',
    owner: 'Luca Ferri',
    tags: ['cleaning', 'comparison'],
    touched: 30,
    stands: [
      ['research', 'sales'],
      ['choice', 'sales'],
      ['choice', 'marketing'],
    ],
    texts: {
      en: [
        'Vento 120, Vento 300, Brezza, Onda: side by side on one page',
        '- **Vento 120**: hard floors, light, 129 €\n- **Vento 300**: hard floors, large houses, 249 €\n- **Brezza Robot**: every day, short pile too, 399 €\n- **Onda Steam**: tiles and joints, 159 €\n\nNone of them is made for long pile: we say so, and name one of another maker.',
      ],
      it: [
        'Vento 120, Vento 300, Brezza, Onda: a confronto in una pagina',
        '- **Vento 120**: pavimenti duri, leggero, 129 €\n- **Vento 300**: pavimenti duri, case grandi, 249 €\n- **Brezza Robot**: ogni giorno, anche pelo corto, 399 €\n- **Onda Steam**: piastrelle e fughe, 159 €\n\nNessuno è fatto per il pelo lungo: lo diciamo, e ne indichiamo uno di un’altra marca.',
      ],
      fr: [
        'Vento 120, Vento 300, Brezza, Onda : comparés sur une page',
        '- **Vento 120** : sols durs, léger, 129 €\n- **Vento 300** : sols durs, grandes maisons, 249 €\n- **Brezza Robot** : chaque jour, poils ras aussi, 399 €\n- **Onda Steam** : carrelage et joints, 159 €\n\nAucun n’est fait pour les poils longs : nous le disons, et en indiquons un d’une autre marque.',
      ],
      ro: [
        'Vento 120, Vento 300, Brezza, Onda: comparate pe o pagină',
        '- **Vento 120**: pardoseli dure, ușor, 129 €\n- **Vento 300**: pardoseli dure, case mari, 249 €\n- **Brezza Robot**: zilnic, și fir scurt, 399 €\n- **Onda Steam**: gresie și rosturi, 159 €\n\nNiciunul nu e făcut pentru fir lung: o spunem deschis și recomandăm unul de la alt producător.',
      ],
    },
  },
  {
    key: 'webinar-kitchen',
    kind: 'webinar',
    purpose: 'information',
    owner: 'Jade Martin',
    tags: ['kitchen', 'event'],
    endsIn: 9,
    touched: 5,
    stands: [
      ['research', 'marketing'],
      ['choice', 'marketing'],
    ],
    texts: {
      en: [
        'Live on Thursday: planning a small kitchen, with your questions',
        'Forty minutes with our planner, your floor plan on the screen if you send it. The recording follows by mail.',
      ],
      it: [
        'Giovedì in diretta: progettare una cucina piccola, con le tue domande',
        'Quaranta minuti con la nostra progettista, con la tua pianta sullo schermo se ce la mandi. La registrazione arriva per e-mail.',
      ],
      fr: [
        'Jeudi en direct : aménager une petite cuisine, avec vos questions',
        'Quarante minutes avec notre conceptrice, votre plan à l’écran si vous l’envoyez. L’enregistrement suit par e-mail.',
      ],
    },
  },
  {
    key: 'case-residence',
    kind: 'case',
    purpose: 'information',
    owner: 'Luca Ferri',
    tags: ['firms', 'kitchen'],
    touched: 60,
    stands: [
      ['choice', 'sales'],
      ['research', 'sales'],
    ],
    texts: {
      en: [
        'Thirty kitchens in eleven weeks: how a residence in Trieste did it',
        'What was ordered, what went wrong (two ovens came late), what it cost and what the manager would do differently. She takes your call.',
      ],
      it: [
        'Trenta cucine in undici settimane: come ha fatto un residence di Trieste',
        'Che cosa è stato ordinato, che cosa è andato storto (due forni in ritardo), quanto è costato e che cosa la direttrice rifarebbe diversamente. Risponde volentieri al telefono.',
      ],
      fr: [
        'Trente cuisines en onze semaines : l’exemple d’une résidence à Trieste',
        'Ce qui a été commandé, ce qui a mal tourné (deux fours en retard), le coût, et ce que la directrice ferait autrement. Elle répond volontiers à votre appel.',
      ],
      ro: [
        'Treizeci de bucătării în unsprezece săptămâni: cum a făcut o rezidență din Trieste',
        'Ce s-a comandat, ce n-a mers (două cuptoare au întârziat), cât a costat și ce ar face altfel directoarea. Vă răspunde cu plăcere la telefon.',
      ],
    },
  },
  {
    key: 'offer-trial',
    kind: 'one-pager',
    purpose: 'offer',
    owner: 'Luca Ferri',
    tags: ['trial'],
    touched: 20,
    stands: [
      ['choice', 'sales'],
      ['dormant', 'sales'],
    ],
    texts: {
      en: [
        'Thirty days at home: try it, and send it back if it does not fit',
        'We bring it, you live with it for thirty days, we collect it if you say so. No reason needed, no cost.',
      ],
      it: [
        'Trenta giorni a casa: provalo, e rimandacelo se non va bene',
        'Lo portiamo noi, lo usi per trenta giorni, lo ritiriamo se ce lo dici. Senza motivo, senza spese.',
      ],
      fr: [
        'Trente jours chez vous : essayez, et renvoyez si cela ne convient pas',
        'Nous l’apportons, vous l’utilisez trente jours, nous le reprenons si vous le dites. Sans motif, sans frais.',
      ],
      ro: [
        'Treizeci de zile acasă: încearcă-l și trimite-l înapoi dacă nu ți se potrivește',
        'Noi îl aducem, îl folosești treizeci de zile, îl ridicăm dacă ne spui. Fără motiv, fără costuri.',
      ],
    },
  },
  {
    key: 'quote-words',
    kind: 'template',
    purpose: 'information',
    owner: 'Luca Ferri',
    tags: ['quote'],
    touched: 95,
    stands: [['choice', 'sales', 'reserve']],
    texts: {
      en: [
        'Words for a quote: what you get, when, and what is not in it',
        'You get … on … What is **not** in it: … If the day does not hold, we call you before you have to call us.',
      ],
      it: [
        'Parole per un preventivo: che cosa ricevi, quando, e che cosa è escluso',
        'Ricevi … il … Che cosa **non** è compreso: … Se il giorno non si può mantenere, ti chiamiamo noi prima.',
      ],
      fr: [
        'Mots pour un devis : ce que vous recevez, quand, et ce qui n’y est pas',
        'Vous recevez … le … Ce qui n’y est **pas** : … Si la date ne tient pas, nous vous appelons avant que vous n’ayez à le faire.',
      ],
      ro: [
        'Formulări pentru o ofertă: ce primești, când și ce nu e inclus',
        'Primești … pe … Ce **nu** este inclus: … Dacă data nu se poate respecta, te sunăm noi înainte.',
      ],
    },
  },
];
