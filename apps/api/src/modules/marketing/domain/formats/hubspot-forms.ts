import { contentHash } from '#kernel/content-hash';
import { defineFormat } from '#modules/house';

/** Forms that contacts of HubSpot sent. */
export const hubspotForms = defineFormat({
  name: 'hubspot-form-submissions',
  system: 'hubspot',
  label: 'HubSpot form submissions',
  order: 50,
  marks: {
    needs: [['form_id'], ['contact_id'], ['timestamp']],
    likes: ['page_url', 'page_id', 'title', 'conversion_id', 'portal_id'],
  },
  read(row) {
    const contact = row.need('no-person', 'This row does not say who sent the form', 'contact_id');
    const form = row.need('missing-id', 'This row does not say which form was sent', 'form_id');
    const at =
      row.moment('timestamp') ??
      row.refuse('missing-date', 'This row does not say when the form was sent', 'timestamp');
    const id = row.text('conversion_id');
    return {
      kind: 'touch',
      subjectKey: `form:${contentHash([form, contact, id ?? at])}`,
      at,
      person: { key: `contact:${contact}` },
      body: {
        kind: 'form-submitted',
        channel: 'web',
        url: row.brief(2000, 'page_url'),
        title: row.brief(300, 'title'),
      },
    };
  },
});
