/** The day it is where the reader is, `YYYY-MM-DD`: in UTC it is still yesterday in the small hours of half the world. */
export function localDay(at: Date = new Date()): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}
