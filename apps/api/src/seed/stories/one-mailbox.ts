import type { Role, Story } from './story.ts';
import { chatted, ordered, subscribed, ticket } from './tell.ts';

const shared = 'famille.lefebure@boite.example';
const home = { language: 'fr', last: 'Lefébure', city: 'Annecy', sharedEmail: shared, phone: 1 } as const;

const mother: Role = {
  ...home,
  gender: 'f',
  first: 'Hélène',
  email: 'helene.lefebure@boite.example',
  systems: ['mailchimp', 'shop'],
  since: 500,
  birthday: '04/17',
  seenAs: { mailchimp: { email: shared }, shop: { email: shared } },
  lives: (when) => [
    subscribed(when(500, '21:00'), 4),
    ordered(when(488, '21:30'), 'CM-1501', 'CM-ESP', 'SP-DSC'),
    ordered(when(120, '20:15'), 'CM-1502', 'SP-DSC'),
  ],
};
const father: Role = {
  ...home,
  gender: 'm',
  first: 'Bruno',
  email: 'bruno.lefebure@boite.example',
  systems: ['zendesk', 'shop'],
  since: 470,
  seenAs: { zendesk: { email: shared }, shop: { email: shared } },
  lives: (when) => [
    ordered(when(300, '12:40'), 'CM-1503', 'CM-BRZ'),
    ticket(
      when,
      'setup',
      'Brezza Robot ne trouve pas le wifi',
      [
        [
          296,
          '18:02',
          'customer',
          'Bonjour,\nle robot ne trouve pas le wifi. Ma femme a acheté la machine à café avec la même adresse, ne confondez pas.\nBruno',
        ],
        [295, '10:10', 'Luc', 'Bonjour Bruno, passez la box en 2,4 GHz pour la première fois.'],
        [295, '19:00', 'customer', 'Ça marche, merci.'],
      ],
      { score: 'good' },
    ),
  ],
};
const daughter: Role = {
  ...home,
  gender: 'f',
  first: 'Margaux',
  email: 'margaux.lefebure@facteur.example',
  systems: ['intercom'],
  since: 90,
  seenAs: { intercom: { email: shared, first: 'margaux', last: '' } },
  lives: (when) => [
    chatted(
      when,
      [
        [60, '22:48', 'customer', 'salut, vous avez le Norda Vinile en rouge ?'],
        [60, '22:48', 'bot', 'Bonjour ! Quel est votre numéro de commande ?'],
        [60, '22:50', 'customer', 'j’ai rien commandé, c’est pour l’anniv de mon père, dites-lui rien !!'],
        [59, '09:14', 'Luc', 'Promis, pas un mot. Rouge : oui, en stock.'],
      ],
      { rating: 5 },
    ),
  ],
};
const grandmother: Role = {
  ...home,
  gender: 'f',
  first: 'Yvonne',
  email: 'yvonne.lefebure@pli.example',
  systems: ['hubspot'],
  since: 400,
  seenAs: { hubspot: { email: '' } },
  lives: () => [],
};

/** Four people, one address and one telephone: they are not one customer. */
export const oneMailbox: Story = {
  id: 'one-mailbox',
  title: 'A family behind one mailbox',
  homes: [[mother, father, daughter, grandmother]],
};
