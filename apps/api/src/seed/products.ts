/** Something Casa Marea sells. */
export interface Product {
  sku: string;
  name: string;
  /** Price in euro. */
  price: number;
  line: 'cleaning' | 'kitchen' | 'sound' | 'spare';
  /** How often it is bought, against the others. */
  weight: number;
}

const product = (
  sku: string,
  name: string,
  price: number,
  line: Product['line'],
  weight: number,
): Product => ({
  sku,
  name,
  price,
  line,
  weight,
});

/** The catalogue of Casa Marea and of Norda Audio, which it bought. */
export const PRODUCTS: readonly Product[] = [
  product('CM-V300', 'Vento 300', 249, 'cleaning', 9),
  product('CM-V120', 'Vento 120', 129, 'cleaning', 8),
  product('CM-BRZ', 'Brezza Robot', 399, 'cleaning', 5),
  product('CM-ONDA', 'Onda Steam', 159, 'cleaning', 4),
  product('CM-ESP', 'Aurora Espresso', 329, 'kitchen', 7),
  product('CM-KET', 'Goccia Kettle', 59, 'kitchen', 8),
  product('CM-MIX', 'Turbina Mixer', 89, 'kitchen', 6),
  product('CM-FRN', 'Focolare Oven', 649, 'kitchen', 2),
  product('CM-DIS', 'Laguna Dishwasher', 579, 'kitchen', 2),
  product('CM-TST', 'Alba Toaster', 45, 'kitchen', 6),
  product('NA-DUO', 'Norda Duetto', 890, 'sound', 2),
  product('NA-SINF', 'Norda Sinfonia', 2490, 'sound', 0.6),
  product('NA-GRD', 'Norda Garden', 219, 'sound', 3),
  product('NA-VNL', 'Norda Vinile', 540, 'sound', 1.5),
  product('SP-BAG', 'Vento bags (10)', 14, 'spare', 14),
  product('SP-FLT', 'Vento filter', 19, 'spare', 11),
  product('SP-DSC', 'Aurora descaler', 9, 'spare', 12),
  product('SP-SEA', 'Aurora seal set', 12, 'spare', 5),
];

/** The product of a stock number. */
export function productOf(sku: string): Product {
  const found = PRODUCTS.find((each) => each.sku === sku);
  if (!found) throw new Error(`no product ${sku}`);
  return found;
}

/** The catalogue as weighted pairs, for drawing from. */
export const POPULAR: readonly (readonly [Product, number])[] = PRODUCTS.map(
  (each) => [each, each.weight] as const,
);

/** Names of machines, of which people ask. */
export const MACHINES: readonly (readonly [Product, number])[] = POPULAR.filter(
  ([{ line }]) => line !== 'spare',
);
