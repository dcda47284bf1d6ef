export function ensureApi(): Promise<boolean>;
export function ensureWeb(): Promise<boolean>;
