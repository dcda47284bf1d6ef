const browsers: [RegExp, string][] = [
  [/\bEdg\//, 'Edge'],
  [/\bFirefox\//, 'Firefox'],
  [/\b(?:OPR|Opera)\//, 'Opera'],
  [/\b(?:Chrome|Chromium|HeadlessChrome)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];
const systems: [RegExp, string][] = [
  [/\bAndroid\b/, 'Android'],
  [/\b(?:iPhone|iPad)\b/, 'iOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bLinux\b/, 'Linux'],
];

const find = (list: typeof browsers, text: string) => list.find(([sign]) => sign.test(text))?.[1];

/** A browser as people call it: `Firefox · Windows`. Programs that say nothing known keep the first word they say. */
export function browserName(userAgent: string | null): string | undefined {
  if (!userAgent) return undefined;
  const names = [find(browsers, userAgent), find(systems, userAgent)].filter(Boolean);
  return names.length > 0 ? names.join(' · ') : userAgent.split(/[\s/]/u)[0];
}
