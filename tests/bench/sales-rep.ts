import type { Viewer } from '../../apps/api/src/platform/graphql/index.ts';

/** Whoever asks where no session is measured: a sales rep with their permissions on. */
export const salesRep: Viewer = {
  kind: 'user',
  id: '00000000-0000-7000-8000-000000000001',
  name: 'Bench',
  role: 'sales-rep',
  department: 'sales',
};
