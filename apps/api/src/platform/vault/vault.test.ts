import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeVault, readOrDrawKey } from './vault.ts';

describe('A vault', () => {
  const vault = makeVault(Buffer.alloc(32, 7));

  it('gives a secret back, and never writes it the same way twice', () => {
    const sealed = vault.seal('ein Geheimnis ✓', 'channel 1');
    expect(sealed).not.toContain('Geheimnis');
    expect(vault.seal('ein Geheimnis ✓', 'channel 1')).not.toBe(sealed);
    expect(vault.open(sealed, 'channel 1')).toBe('ein Geheimnis ✓');
  });

  it('gives nothing to another key, or for another purpose', () => {
    const sealed = vault.seal('secret', 'channel 1');
    expect(() => makeVault(Buffer.alloc(32, 8)).open(sealed, 'channel 1')).toThrow();
    expect(() => vault.open(sealed, 'channel 2')).toThrow();
    expect(() => vault.open('v1.', 'channel 1')).toThrow();
  });

  it('gives nothing of a secret in which any one byte was changed', () => {
    const bytes = Buffer.from(vault.seal('secret', 'channel 1').slice('v1.'.length), 'base64url');
    for (const place of bytes.keys()) {
      // Signs of base64 hold bits that stand for nothing, and may happen to be what they are replaced by: bytes do not.
      const changed = Buffer.from(bytes);
      changed[place]! ^= 1;
      expect(() => vault.open(`v1.${changed.toString('base64url')}`, 'channel 1')).toThrow();
    }
    expect(vault.open(`v1.${bytes.toString('base64url')}`, 'channel 1')).toBe('secret');
  });

  it('draws its key once, into a file that only the operator can read', () => {
    const folder = mkdtempSync(join(tmpdir(), 'vault-'));
    const file = join(folder, 'below', 'vault.key');
    const key = readOrDrawKey(file);
    expect(key).toHaveLength(32);
    expect(readOrDrawKey(file)).toEqual(key);
    expect(statSync(file).mode & 0o077).toBe(0);
    rmSync(folder, { recursive: true });
  });
});
