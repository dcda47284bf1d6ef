import type { Story, When } from './story.ts';
import { chatted, mailed, promised, subscribed, ticket } from './tell.ts';

/** Thirty seconds, said by the greeting of the chat, and how long it took. */
const thirty = (when: When, daysAgo: number, clock: string, answered: string) => {
  const at = when(daysAgo, clock);
  return promised(at, {
    in: 'intercom',
    about: 'reply',
    channel: 'chat',
    words: 'Un conseiller vous répond en moins de 30 secondes',
    by: 'Casa Marea',
    dueAt: at + 30_000,
    doneAt: when(daysAgo, answered),
  });
};

/** A promise put up high, and a clock that everybody can read. */
export const thirtySeconds: Story = {
  id: 'thirty-seconds',
  title: 'The promise of 30 seconds',
  homes: [
    [
      {
        language: 'fr',
        gender: 'm',
        first: 'Étienne',
        last: 'Rousselle',
        email: 'etienne.rousselle@courrier.example',
        city: 'Nantes',
        phone: 0,
        systems: ['intercom', 'mailchimp', 'zendesk'],
        since: 210,
        lives: (when, campaigns) => [
          subscribed(when(210, '08:30'), 4),
          ...mailed(campaigns, 'fr', when(205, '00:00'), 'sent', 'open'),
          chatted(
            when,
            [
              [
                44,
                '17:02',
                'customer',
                'Bonjour, votre mail dit « une réponse en 30 secondes ». J’essaie : le Brezza Robot monte-t-il sur un tapis ?',
              ],
              [44, '17:02', 'bot', 'Bonjour ! Un conseiller vous répond en moins de 30 secondes.'],
              [44, '17:13', 'Luc', 'Bonjour, ici Luc. Oui, jusqu’à 15 mm.'],
            ],
            { rating: 3, remark: '11 minutes, pas 30 secondes' },
          ),
          chatted(
            when,
            [
              [30, '19:40', 'customer', 'Deuxième essai. Est-ce qu’il existe une pièce pour les escaliers ?'],
              [30, '19:40', 'bot', 'Un conseiller vous répond en moins de 30 secondes.'],
              [30, '20:06', 'Noor', 'Bonsoir, non, il n’y en a pas.'],
            ],
            { rating: 2, remark: '26 minutes' },
          ),
          chatted(
            when,
            [
              [21, '12:15', 'customer', 'Toujours en moins de 30 secondes ?'],
              [21, '12:15', 'bot', 'Un conseiller vous répond en moins de 30 secondes.'],
              [21, '12:41', 'customer', 'Bon. J’attends encore un peu pour voir.'],
              [21, '12:56', 'Luc', 'Bonjour, comment puis-je vous aider ?'],
            ],
            { rating: 1, remark: '41 minutes. Ne promettez pas ce que vous ne tenez pas.' },
          ),
          {
            kind: 'answer',
            at: when(17, '09:00'),
            in: 'zendesk',
            survey: 'NPS',
            channel: 'email',
            answeredAt: when(17, '12:10'),
            score: 3,
            comment: 'Promettez moins et tenez parole',
            ratings: { service: 1, product: 4, delivery: 4, price: 4 },
          },
          thirty(when, 44, '17:02', '17:13'),
          thirty(when, 30, '19:40', '20:06'),
          thirty(when, 21, '12:15', '12:56'),
          ticket(
            when,
            'expectation',
            'Votre promesse de 30 secondes',
            [
              [
                20,
                '08:05',
                'customer',
                'Bonjour,\n11, 26 et 41 minutes. Une réponse le lendemain m’aurait suffi, si vous l’aviez annoncée ainsi. Pourquoi promettre 30 secondes ?\nÉtienne Rousselle',
              ],
              [18, '16:40', 'Irina', 'Bonjour, vous avez raison. Je transmets au marketing.'],
            ],
            { status: 'pending' },
          ),
        ],
      },
    ],
  ],
};
