/** The companies that stories need, by their number; the language of a number is given by the round of languages. */
export const STORY_COMPANIES: Readonly<
  Record<number, { name: string; industry: string; city: string } | undefined>
> = {
  1: { name: 'Hotel Belvedere', industry: 'Hospitality', city: 'Verona' },
  5: { name: 'Carpatia Spa', industry: 'Hospitality', city: 'Brașov' },
};
