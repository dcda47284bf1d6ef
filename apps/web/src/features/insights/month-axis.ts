/** A month that is written below an axis, where it stands, and whether its year is said: with the first one and where a year begins. */
export interface AxisMonth {
  month: string;
  place: number;
  withYear: boolean;
}

/** Which of many months are written below an axis: evenly, so many at most. */
export function monthsOnAxis(months: readonly { month: string }[], most: number): AxisMonth[] {
  const step = Math.max(1, Math.ceil(months.length / most));
  return months.flatMap(({ month }, place) => {
    if (place % step !== 0) return [];
    const before = months[place - step]?.month;
    return [{ month, place, withYear: before?.slice(0, 4) !== month.slice(0, 4) }];
  });
}
