import { access } from '#modules/access';
import { changes } from '#modules/changes';
import { customers } from '#modules/customers';
import type { Manifest } from '#modules/house';
import { sources } from '#modules/sources';

/** THE list: every subject of the house. A new subject needs this one line outside its own folder. */
export const modules: Manifest[] = [sources, changes, access, customers];
