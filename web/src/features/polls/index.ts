import { lazy } from 'react'

export { ChatPoll } from './chat-poll.tsx'
export { PollCard } from './poll-card.tsx'

export const NewPollDialog = lazy(async () => ({ default: (await import('./new-poll-dialog.tsx')).NewPollDialog }))
