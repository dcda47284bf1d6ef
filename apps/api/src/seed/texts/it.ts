import type { Phrases } from './phrases.ts';

/** Italian. */
export const italian: Phrases = {
  greeting: ['Buongiorno,', 'Salve,', 'Ciao,', 'Gentile assistenza,', 'Buonasera,', ''],
  farewell: ['Grazie, {name}', '{name}', 'Cordiali saluti, {name}', 'Saluti, {name}', ''],
  causes: {
    defect: {
      subject: ['{product} non funziona più', '{product} fa un rumore strano', 'Guasto {product}'],
      ask: [
        'dopo {days} giorni {product} si è fermato. La spia lampeggia tre volte e poi niente.',
        '{product} ha cominciato a vibrare forte. Fino alla settimana scorsa andava bene.',
        '{product} dell’ordine {order} non si accende più. Ho provato due prese diverse.',
      ],
      answer: [
        'Mi dispiace. Tenga premuto il tasto di accensione per dieci secondi; se la spia lampeggia ancora, lo ritiriamo e lo ripariamo senza spese.',
        'Di solito è la guarnizione. Gliene spedisco una nuova oggi stesso, si monta in due minuti.',
      ],
    },
    setup: {
      subject: ['Come si collega {product}?', 'Prima accensione di {product}', 'Istruzioni di {product}'],
      ask: [
        'il manuale dice di tenere premuti i due tasti ma non succede nulla. Dove sbaglio?',
        'non riesco a collegare {product} al wifi. Trova la rete e poi si blocca.',
      ],
      answer: [
        'Per il primo collegamento imposti il router a 2,4 GHz; dopo può rimetterlo come prima.',
        'Tenga premuti i tasti fino al secondo segnale, circa otto secondi. Le allego un breve filmato.',
      ],
    },
    expectation: {
      subject: ['{product} non è come pensavo', '{product} deve essere così?'],
      ask: [
        'dalla pubblicità credevo che {product} fosse molto più silenzioso. Il mio è difettoso?',
        '{product} funziona, ma non fa quello che promettete sul sito.',
      ],
      answer: [
        'Il Suo {product} è a norma. Capisco che la nostra pagina facesse pensare ad altro, l’ho segnalato a chi la scrive.',
        'Non è rotto: questo modello è pensato per stanze piccole. Se vuole lo cambiamo con uno più grande.',
      ],
    },
    delivery: {
      subject: ['Dov’è l’ordine {order}?', 'Consegna in ritardo', 'Pacco {order}'],
      ask: [
        'l’ordine {order} doveva arrivare venerdì e non si è visto nessuno.',
        'il corriere dice consegnato, ma qui non c’è niente. Ordine {order}.',
      ],
      answer: [
        'Il pacco è fermo in deposito. Ho chiesto una seconda consegna domani mattina.',
        'Lo vedo anch’io. Ho aperto una ricerca: se in due giorni non si trova, ne spediamo un altro.',
      ],
    },
    invoice: {
      subject: ['Fattura {order}', 'Addebito doppio?'],
      ask: [
        'potreste mandarmi la fattura di {order} con la partita IVA?',
        'mi avete addebitato {order} due volte. Potete controllare?',
      ],
      answer: [
        'In allegato la fattura corretta.',
        'Il secondo importo era solo una prenotazione e sparisce entro cinque giorni.',
      ],
    },
    return: {
      subject: ['Reso di {product}', 'Vorrei restituire {product}'],
      ask: [
        'vorrei rendere {product}, è troppo grande per la nostra cucina. Come faccio?',
        'mi serve l’etichetta per il reso di {order}.',
      ],
      answer: [
        'Certo. L’etichetta è allegata; il rimborso arriva entro una settimana dal rientro.',
        'Nessun problema, il corriere passa giovedì.',
      ],
    },
    question: {
      subject: ['Domanda su {product}', 'Prima di comprare {product}'],
      ask: [
        '{product} sta su un piano profondo 55 cm?',
        'c’è uno sconto se ne prendiamo quattro, di {product}?',
        'per quanti anni tenete i ricambi di {product}?',
      ],
      answer: [
        'Sì, avanzano 2 cm.',
        'Da quattro pezzi in su facciamo l’8 %. Le preparo un’offerta?',
        'Dieci anni dall’ultima vendita.',
      ],
    },
  },
  nudge: [
    'Ci sono novità?',
    'Ho provato, è uguale a prima.',
    'Qualcuno può guardare, per favore?',
    'Ha funzionato un giorno e poi di nuovo.',
  ],
  annoyed: [
    'È la terza volta che scrivo.',
    'Sinceramente mi aspettavo di meglio.',
    'L’ho già spiegato due volte.',
    'Chiamatemi, basta mail.',
  ],
  thanks: ['Ora funziona, grazie!', 'Perfetto, grazie mille.', 'Ottimo.', 'ok grazie'],
  holding: [
    'Stiamo controllando, Le scrivo entro domani.',
    'Ho chiesto al laboratorio, appena so qualcosa La avviso.',
    'Può mandarci una foto dell’etichetta sotto?',
  ],
  closing: [
    'Contenti che funzioni. {agent}',
    'Per ora chiudo; se resta qualcosa risponda pure qui. {agent}',
    'Grazie della pazienza. {agent}',
  ],
  praise: ['Veloci e gentili.', 'Risolto subito.', 'Grazie a {agent}!', 'Molto disponibili'],
  blame: [
    'Troppo tempo',
    'Nessuno ha letto quello che ho scritto',
    'Alla fine risolto, ma che fatica',
    'Nessuna vera risposta',
  ],
  chat: {
    opening: [
      'ciao, {product} è disponibile?',
      'mi serve aiuto con un ordine',
      'consegnate il sabato?',
      '{product} perde acqua',
    ],
    bot: ['Ciao! Sono l’assistente di Casa Marea. Qual è il numero d’ordine?'],
    botAgain: ['Non ho capito. Scelga: 1 ordini, 2 prodotti, 3 resi.'],
    person: ['posso parlare con una persona?', 'un operatore per favore', 'non ce l’ho qui il numero'],
    agent: [
      'Buongiorno, sono {agent}. Ho letto qui sopra, mi dia un minuto.',
      'Fatto, riceverà una mail.',
      'Sì, si può fare.',
    ],
  },
  campaigns: [
    'Pulizie di primavera senza polvere',
    'Il suono dell’estate: Norda in giardino',
    'Si torna a casa: piccoli aiuti per settembre',
    'Black week da Casa Marea',
    'Ultimi pacchi prima di Natale',
  ],
};
