/** What a person counted in a file: rows, and what becomes of them. What is not named is zero. */
export interface Counted {
  format: string | null;
  rows: number;
  signals?: Record<string, number>;
  skipped?: Record<string, number>;
  refused?: Record<string, number>;
}

const nobody = { 'no-person': 1 };
const deletedInSalesforce = 'was deleted in Salesforce';
/** Every file of the samples, counted by hand. */
export const counted: Record<string, Counted> = {
  'hubspot_ui_companies.csv': { format: 'hubspot-companies', rows: 3, signals: { company: 3 } },
  // 904 has an id and a date and names nobody.
  'hubspot_ui_contacts.csv': {
    format: 'hubspot-contacts',
    rows: 4,
    signals: { person: 3 },
    refused: { 'empty-row': 1 },
  },
  'hubspot_ui_deals.csv': { format: 'hubspot-deals', rows: 3, signals: { deal: 3 } },
  'hubspot_ui_tickets.csv': { format: 'hubspot-tickets', rows: 2, signals: { ticket: 2 } },
  'hubspot_warehouse_company_data.csv': { format: 'hubspot-companies', rows: 24, signals: { company: 24 } },
  // The first contact lists three that were merged into it.
  'hubspot_warehouse_contact_data.csv': {
    format: 'hubspot-contacts',
    rows: 22,
    signals: { person: 22, merge: 3 },
  },
  'hubspot_warehouse_contact_form_submission_data.csv': {
    format: 'hubspot-form-submissions',
    rows: 5,
    signals: { touch: 5 },
  },
  'hubspot_warehouse_contact_merge_audit_data.csv': {
    format: 'hubspot-contact-merges',
    rows: 4,
    signals: { merge: 4 },
  },
  'hubspot_warehouse_deal_data.csv': { format: 'hubspot-deals', rows: 44, signals: { deal: 44 } },
  'hubspot_warehouse_deal_pipeline_stage_data.csv': {
    format: 'hubspot-pipeline-stages',
    rows: 71,
    signals: { pipeline: 69 },
    skipped: { 'was deleted in HubSpot': 2 },
  },
  // These three name no contact.
  'hubspot_warehouse_engagement_call_data.csv': { format: 'hubspot-engagements', rows: 1, refused: nobody },
  'hubspot_warehouse_engagement_email_data.csv': { format: 'hubspot-engagements', rows: 1, refused: nobody },
  'hubspot_warehouse_engagement_note_data.csv': { format: 'hubspot-engagements', rows: 1, refused: nobody },
  'hubspot_warehouse_ticket_data.csv': { format: 'hubspot-tickets', rows: 25, signals: { ticket: 25 } },
  'intercom_warehouse_contact_history_data.csv': {
    format: 'intercom-contacts',
    rows: 9,
    signals: { person: 9 },
  },
  'intercom_warehouse_conversation_history_data.csv': {
    format: 'intercom-conversations',
    rows: 9,
    signals: { ticket: 9 },
  },
  'intercom_warehouse_conversation_part_history_data.csv': {
    format: 'intercom-conversation-parts',
    rows: 9,
    signals: { message: 1 },
    skipped: { 'says nothing (close)': 8 },
  },
  'mailchimp_ui_subscribed.csv': {
    format: 'mailchimp-audience',
    rows: 1,
    signals: { person: 1, consent: 1 },
  },
  'mailchimp_ui_unsubscribed.csv': {
    format: 'mailchimp-audience',
    rows: 1,
    signals: { person: 1, consent: 1 },
  },
  'mailchimp_warehouse_campaign.csv': { format: 'mailchimp-campaigns', rows: 1, signals: { campaign: 1 } },
  'mailchimp_warehouse_campaign_recipient_activity.csv': {
    format: 'mailchimp-activity',
    rows: 17,
    signals: { touch: 17 },
  },
  'mailchimp_warehouse_list.csv': { format: 'mailchimp-lists', rows: 2, refused: { 'not-imported': 2 } },
  'mailchimp_warehouse_member.csv': {
    format: 'mailchimp-members',
    rows: 9,
    signals: { person: 9, consent: 9 },
  },
  'mailchimp_warehouse_segment.csv': {
    format: 'mailchimp-segments',
    rows: 1,
    refused: { 'not-imported': 1 },
  },
  'mailchimp_warehouse_unsubscribe.csv': {
    format: 'mailchimp-unsubscribes',
    rows: 1,
    signals: { touch: 1, consent: 1 },
  },
  'mautic_contacts_import.csv': { format: 'mautic-contacts', rows: 1, signals: { person: 1 } },
  'salesforce_dataloader_accountData.csv': {
    format: 'salesforce-accounts',
    rows: 12,
    signals: { company: 12 },
  },
  // `column1`, `column2`: nobody knows what they mean.
  'salesforce_dataloader_edge_csvEscapedQuotes.csv': { format: null, rows: 2 },
  'salesforce_dataloader_edge_csvtext_BOM_UTF16LE.csv': { format: null, rows: 2 },
  'salesforce_dataloader_edge_csvtext_BOM_UTF8.csv': { format: null, rows: 2 },
  'salesforce_dataloader_edge_dateWithTimeZone.csv': {
    format: 'salesforce-accounts',
    rows: 2,
    signals: { company: 2 },
  },
  // A name and a date: nobody could be found again by them.
  'salesforce_dataloader_edge_timeZoneFormatTesting.csv': { format: null, rows: 12 },
  'salesforce_dataloader_edge_upsertFkAccountNewFormatCsvTemplate.csv': {
    format: 'salesforce-accounts',
    rows: 5,
    signals: { company: 5 },
  },
  'salesforce_dataloader_opportunityData.csv': {
    format: 'salesforce-opportunities',
    rows: 12,
    signals: { deal: 12 },
  },
  'salesforce_export_Case.csv': { format: 'salesforce-cases', rows: 1, signals: { ticket: 1 } },
  'salesforce_export_Contact.csv': { format: 'salesforce-contacts', rows: 1, signals: { person: 1 } },
  'salesforce_warehouse_sf_account_data.csv': {
    format: 'salesforce-accounts',
    rows: 10,
    signals: { company: 1 },
    skipped: { [deletedInSalesforce]: 8, 'was merged into L4izOo4yZpLq5io5YM8pvA== in Salesforce': 1 },
  },
  'salesforce_warehouse_sf_lead_data.csv': { format: 'salesforce-leads', rows: 1, signals: { person: 1 } },
  'salesforce_warehouse_sf_opportunity_data.csv': {
    format: 'salesforce-opportunities',
    rows: 10,
    skipped: { [deletedInSalesforce]: 10 },
  },
  'unomi_profile_import_2-surfers-test.csv': {
    format: 'csv-people',
    rows: 36,
    signals: { person: 34 },
    skipped: { 'is marked to be deleted in the file': 2 },
  },
  'unomi_profile_import_4-surfers-delete-test.csv': {
    format: 'csv-people',
    rows: 36,
    skipped: { 'is marked to be deleted in the file': 36 },
  },
  'unomi_profile_import_6-actors-test.csv': { format: 'csv-people', rows: 6, signals: { person: 6 } },
  'zendesk_api_organizations.json': { format: 'zendesk-organizations', rows: 2, signals: { company: 2 } },
  'zendesk_api_sla_policies.json': {
    format: 'zendesk-sla-policies',
    rows: 3,
    refused: { 'not-imported': 3 },
  },
  'zendesk_api_ticket_audits.json': { format: 'zendesk-audits', rows: 1, refused: { 'not-imported': 1 } },
  // A page of the API holds the comments of one ticket and does not say of which.
  'zendesk_api_ticket_comments.json': {
    format: 'zendesk-comments',
    rows: 2,
    refused: { 'missing-ticket': 2 },
  },
  'zendesk_api_tickets.json': { format: 'zendesk-tickets', rows: 2, signals: { ticket: 2 } },
  'zendesk_api_users.json': {
    format: 'zendesk-users',
    rows: 2,
    signals: { person: 1 },
    skipped: { 'is a colleague (admin), no customer': 1 },
  },
  'zendesk_export_tickets.ndjson': { format: 'zendesk-tickets', rows: 2, signals: { ticket: 2 } },
  'zendesk_warehouse_organization_data.csv': {
    format: 'zendesk-organizations',
    rows: 10,
    signals: { company: 10 },
  },
  'zendesk_warehouse_ticket_comment_data.csv': {
    format: 'zendesk-comments',
    rows: 20,
    signals: { message: 20 },
  },
  'zendesk_warehouse_ticket_data.csv': {
    format: 'zendesk-tickets',
    rows: 10,
    signals: { ticket: 7 },
    skipped: { 'was deleted in Zendesk': 3 },
  },
  'zendesk_warehouse_ticket_field_history_data.csv': {
    format: 'zendesk-ticket-history',
    rows: 20,
    signals: { ticket: 20 },
  },
  'zendesk_warehouse_user_data.csv': {
    format: 'zendesk-users',
    rows: 10,
    signals: { person: 8 },
    skipped: { 'is a colleague (admin), no customer': 1, 'is a colleague (agent), no customer': 1 },
  },
};
