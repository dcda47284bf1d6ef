/** Signs of the short alphabet of text messages (GSM 03.38); those of the second list count twice. */
const short = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
const twice = new Set('^{}\\[~]|€');

/**
 * In how many parts a text message goes, each of which is paid for: 160 signs of the short alphabet or 153 of each of several; with any
 * other sign (ș, ț, an emoji) 70, or 67 of each. No words are no part.
 */
export function segmentsOf(text: string): number {
  if (text === '') return 0;
  let units = 0;
  for (const sign of text) {
    if (short.has(sign)) units += 1;
    else if (twice.has(sign)) units += 2;
    else return text.length <= 70 ? 1 : Math.ceil(text.length / 67);
  }
  return units <= 160 ? 1 : Math.ceil(units / 153);
}
