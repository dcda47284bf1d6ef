import { useFormat } from '#lib/intl/format.ts';

/** A share with its interval: "62 % (55–69 %)"; nothing known is a dash. */
export function useShareText() {
  const { percent } = useFormat();
  return (share: number | null, low: number | null, high: number | null): string => {
    if (share === null) return '—';
    return low === null || high === null
      ? percent(share)
      : `${percent(share)} (${percent(low)}–${percent(high)})`;
  };
}
