import type { CountedPoll, Post } from '@kolosok/contract'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { PollCard } from '#features/polls/index.ts'
import classes from './channels.module.css'
import { PollAnswers } from './poll-answers.tsx'
import { sentenceOf } from './problems.ts'
import { useVote } from './queries.ts'
import { t } from './texts.ts'

type Props = {
  readonly post: Pick<Post, 'id' | 'state' | 'seen'>
  readonly poll: CountedPoll
  readonly mayVote: boolean
}

/** A question with the numbers; who answered what only those see who look after the channel. */
export function PostPoll({ post, poll, mayVote }: Props) {
  const [isNaming, setNaming] = useState(false)
  const vote = useVote(post.id)
  // Seen at once, on a slow network too.
  const chosen = vote.isPending ? vote.variables : poll.chosen
  const canVote = mayVote && post.state === 'published'
  return (
    <div className={classes.poll}>
      <PollCard
        poll={{ ...poll, chosen }}
        canVote={canVote}
        onVote={(options) =>
          vote.mutate(options, {
            onError: (error) => notifications.show({ color: 'red', message: sentenceOf(error) }),
          })
        }
        onWho={post.seen ? () => setNaming(true) : null}
      />
      {canVote && poll.closedAt === null && <p className={classes.pollNote}>{t('poll.note')}</p>}
      {isNaming && <PollAnswers post={post} poll={poll} onClose={() => setNaming(false)} />}
    </div>
  )
}
