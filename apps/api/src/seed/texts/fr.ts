import type { Phrases } from './phrases.ts';

/** French. */
export const french: Phrases = {
  greeting: ['Bonjour,', 'Bonjour Madame, Monsieur,', 'Bonsoir,', 'Bonjour à tous,', ''],
  farewell: ['Merci, {name}', '{name}', 'Cordialement, {name}', 'Bien à vous, {name}', ''],
  causes: {
    defect: {
      subject: ['{product} ne marche plus', '{product} fait un bruit bizarre', 'Panne {product}'],
      ask: [
        'au bout de {days} jours, {product} s’est arrêté. Le voyant clignote trois fois, puis plus rien.',
        '{product} s’est mis à vibrer. Tout allait bien jusqu’à la semaine dernière.',
        '{product} de la commande {order} ne s’allume plus. J’ai essayé deux prises.',
      ],
      answer: [
        'Toutes mes excuses. Appuyez dix secondes sur le bouton ; si le voyant clignote encore, nous le reprenons et le réparons sans frais.',
        'C’est souvent le joint. Je vous en envoie un neuf aujourd’hui, il se monte en deux minutes.',
      ],
    },
    setup: {
      subject: ['Comment brancher {product} ?', 'Mise en route de {product}', 'Mode d’emploi de {product}'],
      ask: [
        'le mode d’emploi dit d’appuyer sur les deux boutons, mais rien ne se passe. Qu’est-ce que je fais de travers ?',
        'impossible de connecter {product} au wifi. Il voit le réseau et puis abandonne.',
      ],
      answer: [
        'Pour la première connexion, mettez la box en 2,4 GHz ; ensuite vous pourrez revenir en arrière.',
        'Gardez les deux boutons jusqu’au deuxième signal, huit secondes environ. Je joins une petite vidéo.',
      ],
    },
    expectation: {
      subject: ['{product} n’est pas ce que j’attendais', 'Est-ce normal pour {product} ?'],
      ask: [
        'd’après la publicité, je croyais {product} bien plus silencieux. Le mien est-il en panne ?',
        '{product} fonctionne, mais ce n’est pas ce que promet votre site.',
      ],
      answer: [
        'Votre {product} est conforme. Je comprends que notre page laissait attendre autre chose, je l’ai signalé.',
        'Il n’est pas en panne : ce modèle est prévu pour de petites pièces. Nous pouvons l’échanger contre un plus grand.',
      ],
    },
    delivery: {
      subject: ['Où est la commande {order} ?', 'Livraison en retard', 'Colis {order}'],
      ask: [
        'la commande {order} était promise pour vendredi et rien n’est venu.',
        'le transporteur dit « livré », mais il n’y a pas de colis. Commande {order}.',
      ],
      answer: [
        'Le colis est au dépôt. J’ai demandé un second passage demain avant midi.',
        'Je le vois aussi. J’ai lancé une recherche ; sans nouvelles sous deux jours, nous en renvoyons un.',
      ],
    },
    invoice: {
      subject: ['Facture {order}', 'Débité deux fois ?'],
      ask: [
        'pourriez-vous envoyer la facture de {order} avec notre numéro de TVA ?',
        'on m’a débité deux fois pour {order}. Pouvez-vous vérifier ?',
      ],
      answer: [
        'Vous trouverez ci-joint la facture corrigée.',
        'Le second montant n’était qu’une réservation, il disparaît sous cinq jours.',
      ],
    },
    return: {
      subject: ['Retour de {product}', 'Je souhaite renvoyer {product}'],
      ask: [
        'je voudrais rendre {product}, trop grand pour notre cuisine. Comment faire ?',
        'il me faut une étiquette de retour pour {order}.',
      ],
      answer: [
        'Bien sûr. L’étiquette est jointe ; le remboursement part une semaine après son arrivée.',
        'Pas de souci, le transporteur passe jeudi.',
      ],
    },
    question: {
      subject: ['Question sur {product}', 'Avant d’acheter {product}'],
      ask: [
        'est-ce que {product} tient sur un plan de 55 cm ?',
        'y a-t-il une remise si nous prenons {product} par quatre ?',
        'combien de temps gardez-vous les pièces de {product} ?',
      ],
      answer: [
        'Oui, il reste 2 cm.',
        'À partir de quatre, nous faisons 8 %. Je vous prépare une offre ?',
        'Dix ans après la dernière vente.',
      ],
    },
  },
  nudge: [
    'Avez-vous des nouvelles ?',
    'J’ai essayé, c’est pareil.',
    'Quelqu’un peut regarder, s’il vous plaît ?',
    'Ça a marché un jour, puis de nouveau rien.',
  ],
  annoyed: [
    'C’est la troisième fois que j’écris.',
    'Franchement, j’attendais mieux.',
    'Je l’ai déjà expliqué deux fois.',
    'Appelez-moi, j’en ai assez des mails.',
  ],
  thanks: ['Ça marche, merci !', 'Parfait, merci beaucoup.', 'Super.', 'ok merci'],
  holding: [
    'Nous regardons et revenons vers vous d’ici demain.',
    'J’ai demandé à l’atelier, je vous écris dès que je sais.',
    'Pourriez-vous nous envoyer une photo de l’étiquette ?',
  ],
  closing: [
    'Tant mieux si cela fonctionne. {agent}',
    'Je clos pour l’instant ; répondez ici s’il reste quelque chose. {agent}',
    'Merci de votre patience. {agent}',
  ],
  praise: ['Rapide et aimable.', 'Réglé du premier coup.', 'Merci à {agent} !', 'Très à l’écoute'],
  blame: [
    'Beaucoup trop long',
    'Personne n’a lu mon message',
    'Réglé à la fin, mais quelle peine',
    'Pas de vraie réponse',
  ],
  chat: {
    opening: [
      'bonjour, {product} est en stock ?',
      'j’ai besoin d’aide pour ma commande',
      'livrez-vous le samedi ?',
      '{product} fuit',
    ],
    bot: ['Bonjour ! Je suis l’assistant de Casa Marea. Quel est votre numéro de commande ?'],
    botAgain: ['Je n’ai pas compris. Choisissez : 1 commandes, 2 produits, 3 retours.'],
    person: ['je peux parler à quelqu’un ?', 'un conseiller svp', 'je ne l’ai pas sous la main'],
    agent: [
      'Bonjour, ici {agent}. J’ai lu plus haut, une minute.',
      'C’est fait, vous recevrez un mail.',
      'Oui, c’est possible.',
    ],
  },
  campaigns: [
    'Grand ménage sans poussière',
    'Le son de l’été : Norda au jardin',
    'La rentrée : petites aides pour la maison',
    'Black week chez Casa Marea',
    'Derniers colis avant Noël',
  ],
};
