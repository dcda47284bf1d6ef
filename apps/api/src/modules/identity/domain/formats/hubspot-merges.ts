import { defineFormat, skip } from '#modules/house';
import { mergeSaid } from './hubspot-contacts.ts';

/** HubSpot's record of contacts that people merged there. */
export const hubspotMerges = defineFormat({
  name: 'hubspot-contact-merges',
  system: 'hubspot',
  label: 'HubSpot merges of contacts',
  order: 21,
  marks: { needs: [['canonical_vid'], ['vid_to_merge']], likes: ['timestamp', 'num_properties_moved'] },
  read(row) {
    const survivor = row.need('missing-id', 'This merge does not say which contact stayed', 'canonical_vid');
    const loser = row.need('missing-id', 'This merge does not say which contact went', 'vid_to_merge');
    if (survivor === loser) return skip('merges-itself');
    return mergeSaid(`contact:${survivor}`, `contact:${loser}`, row.moment('timestamp'));
  },
});
