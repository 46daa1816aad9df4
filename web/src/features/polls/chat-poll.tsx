import type { AccountId, Person, Poll } from '@kolosok/contract'
import { useState } from 'react'
import { PollCard } from './poll-card.tsx'
import { PollVoters } from './poll-voters.tsx'

type Props = {
  readonly poll: Poll
  readonly me: AccountId
  readonly people: Readonly<Record<string, Person>>
  readonly canVote: boolean
  readonly onVote: (options: number[]) => void
}

/** In a chat, where everybody sees who chose what. */
export function ChatPoll({ poll, me, people, canVote, onVote }: Props) {
  const [isShowingVoters, setShowingVoters] = useState(false)
  const chosen = poll.options.flatMap(({ accountIds }, index) => (accountIds.includes(me) ? [index] : []))
  return (
    <>
      <PollCard poll={{ ...poll, chosen }} canVote={canVote} onVote={onVote} onWho={() => setShowingVoters(true)} />
      {isShowingVoters && <PollVoters poll={poll} me={me} people={people} onClose={() => setShowingVoters(false)} />}
    </>
  )
}
