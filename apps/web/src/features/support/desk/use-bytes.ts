import { useIntl } from 'react-intl';

/** Writes how large a file is: "2.3 MB". */
export function useBytes(): (bytes: number) => string {
  const { formatNumber } = useIntl();
  return (bytes) => {
    const [unit, value] =
      bytes < 1_000
        ? (['byte', bytes] as const)
        : bytes < 1_000_000
          ? (['kilobyte', bytes / 1_000] as const)
          : (['megabyte', bytes / 1_000_000] as const);
    return formatNumber(value, {
      style: 'unit',
      unit,
      unitDisplay: 'short',
      maximumFractionDigits: value < 10 ? 1 : 0,
    });
  };
}
