/** The channels feature: how words come in and go out, for those who look after it. */

export { ChannelsSection } from './channels-section.tsx';
export { PreferredChannel } from './preferred-channel.tsx';
