import type { Language } from './names/lists.ts';

/** A telephone number as its country writes it. */
export interface Phone {
  country: 'GB' | 'US' | 'IT' | 'FR' | 'RO';
  /** National digits, with the trunk zero where the country has one. */
  national: string;
}

/** Numbers that begin with `prefix` and end with any `digits` more. */
interface Range {
  country: Phone['country'];
  prefix: string;
  digits: number;
}

const ranges = (country: Phone['country'], digits: number, prefixes: string[]): Range[] =>
  prefixes.map((prefix) => ({ country, prefix, digits }));

const ukAreas = ['0113', '0114', '0116', '0117', '0118', '0121', '0141', '0151', '0161'];
/** Area codes of the United States. */
export const US_AREAS: readonly string[] =
  `201 202 203 205 206 207 208 209 210 212 213 214 215 216 217 218 219 224 225 228 229 231 234 239 240 248
  251 252 253 254 256 260 262 267 269 270 272 276 281 301 302 303 304 305 307 308 309 310 312 313 314 315 316 317 318 319
  320 321 323 325 330 331 334 336 337 339 347 351 352 360 361 385 386 401 402 404 405 406 407 408 409 410 412 413 414 415
  417 419 423 424 425 430 432 434 435 440 443 458 469 470 475 478 479 480 484 501 502 503 504 505 507 508 509 510 512 513
  515 516 517 518 520 530 531 534 539 540 541 551 559 561 562 563 567 570 571 573 574 575 580 585 586 601 602 603 605 606
  607 608 609 610 612 614 615 616 617 618 619 620 623 626 630 631 636 641 646 650 651 657 660 661 662 667 669 678 681 682
  701 702 703 704 706 707 708 712 713 714 715 716 717 718 719 720 724 727 731 732 734 737 740 747 754 757 760 762 763 765`.split(
    /\s+/,
  );
const romanianAreas = Array.from({ length: 40 }, (_, n) => `02${n + 30}000`);

/*
 * Numbers nobody has. United Kingdom: the ranges that Ofcom keeps for drama. United States: 555-01xx. France: the
 * ranges that ARCEP keeps for works of fiction. Italy and Romania keep none: there, subscriber numbers that begin
 * with zeros, which are not given out. Fixed lines only, because libphonenumber calls the fiction ranges for mobile
 * phones invalid. A later tier begins when the earlier one is used up.
 */
const HOMES: Readonly<Record<Language, readonly Range[][]>> = {
  en: [
    ranges('GB', 3, [...ukAreas.map((area) => `${area}4960`), '01914980', '02079460', '02890180']),
    ranges(
      'US',
      2,
      US_AREAS.map((area) => `${area}55501`),
    ),
  ],
  it: [
    ranges('IT', 4, ['0110000', '0510000', '0550000', '060000', '0810000', '0450000', '0100000', '0800000']),
  ],
  fr: [ranges('FR', 4, ['026191', '035301', '046571', '053649'])],
  ro: [ranges('RO', 3, romanianAreas)],
};
const OFFICES: Readonly<Record<Language, readonly Range[][]>> = {
  en: [ranges('GB', 3, ['01314960'])],
  it: [ranges('IT', 4, ['020000'])],
  fr: [ranges('FR', 4, ['019900'])],
  ro: [ranges('RO', 4, ['031000'])],
};

const sizes = new WeakMap<readonly Range[], number>();

function sizeOf(tier: readonly Range[]): number {
  const known = sizes.get(tier) ?? tier.reduce((sum, { digits }) => sum + 10 ** digits, 0);
  sizes.set(tier, known);
  return known;
}

function numberIn(tiers: readonly (readonly Range[])[], ordinal: number): Phone {
  let place = ordinal % tiers.reduce((sum, tier) => sum + sizeOf(tier), 0);
  const tier = tiers.find((each) => {
    if (place < sizeOf(each)) return true;
    place -= sizeOf(each);
    return false;
  })!;
  // A step without a common divisor visits every number of the tier once, far from its neighbours.
  let left = (place * 7919) % sizeOf(tier);
  const range = tier.find(({ digits }) => {
    if (left < 10 ** digits) return true;
    left -= 10 ** digits;
    return false;
  })!;
  return { country: range.country, national: range.prefix + String(left).padStart(range.digits, '0') };
}

/** The n-th private number of a language: different for each n until the ranges are used up, then from the start. */
export const homePhone = (language: Language, ordinal: number): Phone => numberIn(HOMES[language], ordinal);

/** The n-th switchboard of a language. */
export const officePhone = (language: Language, ordinal: number): Phone =>
  numberIn(OFFICES[language], ordinal);
