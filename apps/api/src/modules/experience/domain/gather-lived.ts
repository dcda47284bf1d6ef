import type { Lived } from '#modules/house';

const nameOf = (customerId: string, subjectType: string, subjectId: string): string =>
  `${customerId} ${subjectType} ${subjectId}`;

/**
 * Lays what was said about an interaction into that interaction: an answer to "how was it?" is its last moment, not another contact. What
 * is about something that this customer did not live with us stands for itself.
 */
export function gatherLived(told: readonly Lived[]): Lived[] {
  const gathered = new Map<string, Lived>();
  for (const one of told)
    if (!one.about) gathered.set(nameOf(one.customerId, one.subjectType, one.subjectId), one);
  for (const one of told) {
    if (!one.about) continue;
    const name = nameOf(one.customerId, one.about.subjectType, one.about.subjectId);
    const whole = gathered.get(name);
    if (!whole) {
      gathered.set(nameOf(one.customerId, one.subjectType, one.subjectId), one);
      continue;
    }
    const moments = [
      ...whole.moments,
      ...one.moments.map((moment) => ({ ...moment, key: `${moment.key} ${one.subjectId}` })),
    ].sort((a, b) => a.at.getTime() - b.at.getTime());
    const marks = [...new Set([...(whole.marks ?? []), ...(one.marks ?? [])])];
    gathered.set(name, { ...whole, moments, ...(marks.length > 0 ? { marks } : {}) });
  }
  return [...gathered.values()];
}
