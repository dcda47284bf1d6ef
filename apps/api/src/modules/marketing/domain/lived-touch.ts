import { channelWord, type Lived } from '#modules/house';
import type { Touch } from './touch.ts';

/** What is needed of a touch to know what somebody lived. */
export type LivedTouch = Pick<Touch, 'id' | 'customerId' | 'kind' | 'channel' | 'at'> & {
  campaign: string | null;
};

/** Touches in which somebody did more than look: they came, they wrote, or they had enough. */
export const livedTouchKinds = ['attended', 'form-submitted', 'unsubscribed'] as const;

/** What somebody lived with a campaign. How it was for them, nobody measured: the moment is there and its valence is not known. */
export const liveTouch = ({ id, customerId, kind, channel, at, campaign }: LivedTouch): Lived => ({
  customerId,
  subjectType: 'Touch',
  subjectId: id,
  title: campaign ?? channel,
  department: 'marketing',
  touchpoint: 'campaign',
  channel: channelWord(channel),
  moments: [{ key: kind, at, kind, minutes: null, signals: {} }],
});
