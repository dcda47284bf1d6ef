import type { Role, Story } from './story.ts';
import { dealt, ordered, ticket } from './tell.ts';

const home = {
  language: 'it',
  gender: 'm',
  first: 'Giovanni',
  last: 'Contarini',
  city: 'Verona',
  phone: 6,
} as const;

const father: Role = {
  ...home,
  suffix: 'Sr',
  email: 'g.contarini@posta.example',
  systems: ['shop', 'zendesk'],
  since: 600,
  lives: (when) => [
    ordered(when(590, '09:20'), 'CM-2401', 'CM-ONDA'),
    ticket(
      when,
      'invoice',
      'La fattura di mio figlio',
      [
        [
          140,
          '08:15',
          'customer',
          'Buongiorno,\nmi è arrivata una fattura che è di mio figlio. Ci chiamiamo uguale, io sono il padre.\nGiovanni Contarini (1949)',
        ],
        [139, '10:00', 'Marta', 'Grazie, corretto. Lo scrivo sulle due schede.'],
      ],
      { score: 'good' },
    ),
  ],
};
const son: Role = {
  ...home,
  suffix: 'Jr',
  email: 'giovanni.contarini.jr@rete.example',
  systems: ['hubspot', 'shop'],
  since: 220,
  seenAs: { hubspot: { last: 'Contarini Jr' } },
  lives: (when) => [
    ordered(when(150, '22:40'), 'CM-2402', 'NA-DUO'),
    dealt(
      when(100, '15:00'),
      'Giovanni Contarini – 2 × Norda Garden',
      'lost',
      430,
      when(70, '12:00'),
      when(70, '12:00'),
      'Paolo',
    ),
  ],
};

/** Same name, same house, same telephone: father and son, who must stay two. */
export const fatherAndSon: Story = {
  id: 'father-and-son',
  title: 'Father and son with one name',
  homes: [[father, son]],
};
