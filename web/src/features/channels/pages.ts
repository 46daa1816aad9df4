// In one piece: whoever opens a channel goes on to the others.
export { ChannelPage } from './channel-page.tsx'
export { ChannelsLayout } from './channels-layout.tsx'
export { ProposalsPage } from './proposals-page.tsx'
