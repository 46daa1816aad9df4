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

type Props = {
  readonly proposal: Proposal
  readonly mayPublish: boolean
  readonly onDo: (what: Act) => void
}

export function ProposalCard({ proposal, mayPublish, onDo }: Props) {
  const { author, channelTitle, changedAt, word, state, isOwn } = proposal
  const isMine = mayPublish || state === 'proposed' || state === 'returned'
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
        <State proposal={proposal} isForMe={state === 'proposed' ? mayPublish : state === 'returned' && isOwn} />
      </div>
      {word !== '' && (
        <p className={classes.word}>
          <b>{t('proposal.word')}</b> {word}
        </p>
      )}
      <PostBody post={proposal} isReader={false} />
      {isMine && (
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
