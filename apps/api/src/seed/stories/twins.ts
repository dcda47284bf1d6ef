import type { Role, Story } from './story.ts';
import { ordered, subscribed, ticket } from './tell.ts';

const home = { language: 'ro', last: 'Stoicescu', city: 'Iași', phone: 3, birthday: '06/21' } as const;

const andrei: Role = {
  ...home,
  gender: 'm',
  first: 'Andrei',
  email: 'a.stoicescu@mesaje.example',
  systems: ['shop', 'mailchimp'],
  since: 330,
  lives: (when) => [subscribed(when(330, '23:10'), 3), ordered(when(320, '23:15'), 'CM-2501', 'NA-GRD')],
};
const andreea: Role = {
  ...home,
  gender: 'f',
  first: 'Andreea',
  email: 'a.stoicescu2@mesaje.example',
  systems: ['shop', 'zendesk', 'mailchimp'],
  since: 325,
  lives: (when) => [
    subscribed(when(325, '22:00'), 3),
    ordered(when(318, '22:02'), 'CM-2502', 'NA-GRD'),
    ticket(
      when,
      'delivery',
      'Un singur colet',
      [
        [
          312,
          '17:00',
          'customer',
          'Bună,\neu și fratele meu geamăn am comandat amândoi câte un Norda Garden și ați trimis unul singur. Nu e dublură!\nAndreea',
        ],
        [311, '10:20', 'Irina', 'Sistemul v-a luat drept aceeași persoană. Al doilea pleacă azi.'],
        [311, '10:25', 'customer', 'Ni se întâmplă de la grădiniță. Mulțumim!'],
      ],
      { score: 'good' },
    ),
  ],
};

/** Same day, same house, same letter: twins, who must stay two. */
export const twins: Story = {
  id: 'twins',
  title: 'The twins who were taken for a duplicate',
  homes: [[andrei, andreea]],
};
