import { listed } from './stock.ts';

/** Family names from elsewhere, with letters that the four languages do not have: what transliteration is hardest on. */
export const guestNames: readonly string[] =
  listed(`Müller, Weiß, Strauß, Großmann, Schäfer, Köhler, Krüger, Jäger, Böhm, Voß, Heß, Preuß, Sørensen, Jørgensen,
  Østergård, Åkesson, Björk, Lindström, Håkansson, Þórsdóttir, Łukaszewski, Wójcik, Wiśniewska, Dąbrowski, Żak, Dvořák,
  Novák, Růžička, Černý, Horváth, Kovačević, Đorđević, Šimić, Jovanović, Yılmaz, Şahin, Öztürk, Çelik, Doğan, Muñoz, Núñez,
  Peña, Gonçalves, Conceição, Simões, Hoxha, Gjoka, El Amrani, Ben Saïd, Al-Masri, Abd El Kader, Van den Berg, Van der Meer,
  De Vries, O’Sullivan, Nguyễn, Trần, Phạm, Chen, Wang, Kim, Singh, Kaur, Okafor, Diallo, Traoré`);
