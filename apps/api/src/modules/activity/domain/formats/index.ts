import type { Format } from '#modules/house';
import { hubspotEngagements } from './hubspot-engagements.ts';
import { salesforceActivities } from './salesforce-activities.ts';

/** The files of other systems that tell of calls, meetings, notes and tasks. */
export const activityFormats: Format[] = [hubspotEngagements, salesforceActivities];
