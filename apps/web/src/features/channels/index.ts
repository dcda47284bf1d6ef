/** The channels feature: how words come in and go out, for those who look after it. */

export { ChannelsSection } from './channels-section.tsx';
export { PreferredCard, PreferredChannel, PreferredFragment } from './preferred-channel.tsx';
