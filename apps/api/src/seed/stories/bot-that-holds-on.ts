import type { Story } from './story.ts';
import { chatted, ordered } from './tell.ts';

/** Seven times the bot does not understand, and a person comes when it is too late. */
export const botThatHoldsOn: Story = {
  id: 'bot-that-holds-on',
  title: 'The bot that would not let go',
  homes: [
    [
      {
        language: 'fr',
        gender: 'f',
        first: 'Camille',
        last: 'Girardot',
        email: 'camille.girardot@facteur.example',
        city: 'Lille',
        phone: 2,
        systems: ['intercom', 'shop'],
        since: 50,
        lives: (when) => [
          ordered(when(48, '22:05'), 'CM-2201', '-CM-BRZ'),
          chatted(
            when,
            [
              [40, '20:00', 'customer', 'bonjour, le robot a mangé un câble et il fume'],
              [40, '20:00', 'bot', 'Bonjour ! Quel est votre numéro de commande ?'],
              [40, '20:01', 'customer', 'CM-2201. il FUME'],
              [40, '20:01', 'bot', 'Je n’ai pas compris. Choisissez : 1 commandes, 2 produits, 3 retours.'],
              [40, '20:02', 'customer', '2'],
              [40, '20:02', 'bot', 'Le Brezza Robot existe en blanc et en gris.'],
              [40, '20:03', 'customer', 'une personne svp'],
              [40, '20:03', 'bot', 'Je n’ai pas compris. Choisissez : 1 commandes, 2 produits, 3 retours.'],
              [40, '20:04', 'customer', 'UN HUMAIN'],
              [40, '20:04', 'bot', 'Je n’ai pas compris. Choisissez : 1 commandes, 2 produits, 3 retours.'],
              [40, '20:05', 'customer', '3'],
              [40, '20:05', 'bot', 'Votre retour est enregistré pour la commande CM-2201. Autre chose ?'],
              [40, '20:06', 'customer', 'au secours'],
              [40, '20:06', 'bot', 'Je n’ai pas compris.'],
              [
                39,
                '09:20',
                'Luc',
                'Bonjour Camille, je viens de lire. L’appareil est-il débranché ? Personne n’est blessé ?',
              ],
            ],
            { rating: 1, remark: 'Il y avait de la fumée et je parlais à un menu' },
          ),
        ],
      },
    ],
  ],
};
