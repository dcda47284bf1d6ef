import { placeText } from '#lib/intl/places.ts';

/** Where a company is found on the web and on the map: by it two of one name are told apart. */
export const companyPlace = (
  { domain, city, country }: { domain: string | null; city: string | null; country: string | null },
  locale: string,
): string =>
  [domain, [city, country && placeText(locale, 'region', country)].filter(Boolean).join(', ')]
    .filter(Boolean)
    .join(' · ');
