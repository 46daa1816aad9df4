import type { Proposal } from '@kolosok/contract'
import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { formatDay, formatMoment, formatTime } from '#lib/dates.ts'
import { StateBadge } from '#ui/state-badge.tsx'
import classes from './channels.module.css'
import { PostBody } from './post-card.tsx'
import { sentenceOf } from './problems.ts'
import { usePublish } from './queries.ts'
import { t } from './texts.ts'

export type Act = 'edit' | 'return' | 'remove'

type Rights = {
  readonly mayPublish: boolean
  /** Nothing is worked on any more. */
  readonly isClosed: boolean
}

type Props = Rights & {
  readonly proposal: Proposal
  readonly onDo: (what: Act) => void
}

/** Those who publish look at what is proposed, its author at what came back. */
const waitsForMe = ({ state, isOwn }: Proposal, { mayPublish, isClosed }: Rights) =>
  !isClosed && (state === 'proposed' ? mayPublish : state === 'returned' && isOwn)

const isChangeable = ({ state }: Proposal, { mayPublish, isClosed }: Rights) =>
  !isClosed && (mayPublish || state === 'proposed' || state === 'returned')

export function ProposalCard({ proposal, onDo, ...rights }: Props) {
  const { mayPublish } = rights
  const { author, channelTitle, changedAt, word, state, isOwn } = proposal
  return (
    <article className={classes.post}>
      <div className={classes.postHead}>
        <span className={classes.grow}>
          {t('proposals.from', { author, channel: channelTitle })}
          {' · '}
          <time dateTime={changedAt}>
            {formatDay(changedAt)}, {formatTime(changedAt)}
          </time>
        </span>
        <State proposal={proposal} isForMe={waitsForMe(proposal, rights)} />
      </div>
      {word !== '' && (
        <p className={classes.word}>
          <b>{t('proposal.word')}</b> {word}
        </p>
      )}
      <PostBody post={proposal} mayVote={false} />
      {isChangeable(proposal, rights) && (
        <div className={classes.actions}>
          {mayPublish && <PublishButton proposal={proposal} />}
          <Button variant="default" onClick={() => onDo('edit')}>
            {t('post.edit')}
          </Button>
          {mayPublish && state === 'proposed' && (
            <Button variant="default" onClick={() => onDo('return')}>
              {t('proposal.return')}
            </Button>
          )}
          <Button variant="subtle" color="red" onClick={() => onDo('remove')}>
            {t(isOwn && state === 'proposed' ? 'proposal.withdraw' : 'post.delete')}
          </Button>
        </div>
      )}
    </article>
  )
}

/** Wheat where something is expected of whoever looks. */
function State({ proposal: { state, scheduledAt }, isForMe }: { proposal: Proposal; isForMe: boolean }) {
  const tone = isForMe ? 'waiting' : 'quiet'
  if (state === 'scheduled') {
    return <StateBadge tone="good">{t('state.scheduled', { when: formatMoment(scheduledAt ?? '') })}</StateBadge>
  }
  return state === 'published' ? null : <StateBadge tone={tone}>{t(`state.${state}`)}</StateBadge>
}

function PublishButton({ proposal: { id, rev } }: { proposal: Proposal }) {
  const publish = usePublish()
  return (
    <Button
      loading={publish.isPending}
      onClick={() => {
        publish.mutate(
          { params: { postId: id }, body: { rev } },
          {
            onSuccess: () => notifications.show({ message: t('done.published') }),
            onError: (error) => notifications.show({ color: 'red', message: sentenceOf(error) }),
          },
        )
      }}
    >
      {t('proposal.publish')}
    </Button>
  )
}
