/** A secret under which one source signs its webhooks (Standard Webhooks 1.0). The secret itself is not part of it. */
export interface SigningSecret {
  id: string;
  sourceId: string;
  /** Its beginning: enough to know it by, useless to sign with. */
  beginning: string;
  createdAt: Date;
  lastUsedAt: Date | null;
  endedAt: Date | null;
}

/** So many may work for one source at once: two while they are changed, and some to spare. Each that works is tried on every delivery. */
export const livingSecretsAtMost = 5;

const [fewestBytes, mostBytes] = [24, 64];

/** Whether a text is a secret as the specification has it: `whsec_` and 24 to 64 bytes in base64. */
export function isSigningSecret(text: string): boolean {
  const encoded = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(text)?.[1];
  if (!encoded) return false;
  const bytes = Buffer.from(encoded, 'base64');
  return (
    bytes.length >= fewestBytes && bytes.length <= mostBytes && bytes.toString('base64') === padded(encoded)
  );
}

const padded = (encoded: string): string => encoded.padEnd(Math.ceil(encoded.length / 4) * 4, '=');

/** The part of a secret that is shown again. */
export const beginningOf = (secret: string): string => secret.slice(0, 'whsec_'.length + 4);
