import type { EngineRecord } from './record.ts';

const given =
  'Ada Boris Carla Dmitri Elena Fabio Greta Hector Irina Jonas Katja Luca Mirela Niels Olga Paolo Quentin Rosa Stefan Tilda Ugo Vera Walter Xenia Yannick Zoe Arturo Bianca Cyril Daria'.split(
    ' ',
  );
const family =
  'Abbott Bernard Conti Dumitru Eriksen Fabre Galli Hoffmann Ionescu Jansen Keller Lambert Moretti Novak Olsen Popescu Rizzo Schmidt Tudor Urban Vasile Weber Ximenes Young Zanetti Albu Barbu Caruso Dubois Esposito'.split(
    ' ',
  );
const streets =
  'Mill Lane|Via Roma|Rue du Lac|Strada Lunga|High Street|Elm Road|Oak Avenue|Station Road'.split('|');

/** Records of made-up people, the same each time; the id begins with the person's number: "17-2". */
export function madeUpPeople(count: number): EngineRecord[] {
  let state = 88_172_645;
  const random = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4_294_967_296;
  };
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)]!;
  const slip = (text: string) => {
    if (random() > 0.08 || text.length < 4) return text;
    const at = 1 + Math.floor(random() * (text.length - 2));
    return text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2);
  };
  const records: EngineRecord[] = [];
  for (let person = 0; records.length < count; person += 1) {
    const [first, last] = [pick(given), pick(family)];
    const mailbox = `${first}.${last}${Math.floor(random() * 900)}@mail${person % 9}.example`.toLowerCase();
    const phone = `+407${Math.floor(10_000_000 + random() * 89_999_999)}`;
    const born = `${1940 + Math.floor(random() * 60)}-${String(1 + Math.floor(random() * 12)).padStart(2, '0')}-${String(1 + Math.floor(random() * 28)).padStart(2, '0')}`;
    const street = `${1 + Math.floor(random() * 200)} ${pick(streets)}`;
    const times = 1 + Math.floor(random() * 3);
    for (let time = 0; time < times && records.length < count; time += 1)
      records.push({
        id: `${person}-${time}`,
        source: ['shop', 'desk', 'letter'][time]!,
        fields: {
          given_name: [slip(first)],
          family_name: [slip(last)],
          ...(random() < 0.8 ? { email: [slip(mailbox)] } : {}),
          ...(random() < 0.6 ? { phone: [phone] } : {}),
          ...(random() < 0.5 ? { birth_date: [born] } : {}),
          ...(random() < 0.5 ? { street_address: [street] } : {}),
        },
      });
  }
  return records;
}
