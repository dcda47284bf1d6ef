import { describe, expect, it } from 'vitest';
import { whoMends } from './who-mends.ts';

const said = (product: string, ownerName: string | null, ...claims: string[]) => ({
  product,
  ownerName,
  ownerId: ownerName && `id of ${ownerName}`,
  claims,
});
const lead = { id: 'id of Lea', name: 'Lea' };

describe('who mends what is said of a product', () => {
  it('is whoever answers for most of what was claimed of it', () => {
    const all = [
      said('Vento 300', 'Ada', 'whisper-quiet'),
      said('vento 300', 'Jade', 'whisper-quiet', 'lasts a day'),
      said('Aria 2', 'Ada', 'light', 'cheap', 'small'),
    ];
    expect(whoMends('VENTO 300', all, lead)).toEqual({ id: 'id of Jade', name: 'Jade' });
  });

  it('is the lead when nobody answers for anything that is said of it', () => {
    expect(
      whoMends('Vento 300', [said('Aria 2', 'Ada', 'light'), said('Vento 300', null, 'loud')], lead),
    ).toBe(lead);
    expect(whoMends('Vento 300', [], null)).toBeNull();
  });
});
