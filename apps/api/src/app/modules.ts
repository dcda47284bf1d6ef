import { customers } from '#modules/customers';
import type { Manifest } from '#modules/house';

/** THE list: every subject of the house. A new subject needs this one line outside its own folder. */
export const modules: Manifest[] = [customers];
