/** The sign of the house: an anchor, drawn once. */
export function Mark({ size = 26 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="var(--accent-fill)" />
      <g fill="none" stroke="var(--on-accent)" strokeWidth="2.6" strokeLinecap="round">
        <circle cx="16" cy="9" r="2.6" />
        <path d="M16 12v13M11 15.5h10M7 19c.6 4 4.2 6.3 9 6.3s8.4-2.3 9-6.3" />
      </g>
    </svg>
  );
}
