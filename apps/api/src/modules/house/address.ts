let address: string | undefined;

/** Says once, when the house is opened, by which address people reach it: links in letters begin with it. */
export function layAddress(ours: string): void {
  address = ours.replace(/\/+$/, '');
}

/** The address by which people reach us, without a slash at its end. */
export function ourAddress(): string {
  if (!address) throw new Error('Nobody has said by which address we are reached: call layAddress first.');
  return address;
}

let name: string | undefined;

/** Says once, when the house is opened, by which name customers know us. */
export function layName(ours: string | null): void {
  name = ours?.trim() || undefined;
}

/** The name by which customers know us; without one, the host of our address. */
export const ourName = (): string => name ?? new URL(ourAddress()).host;
