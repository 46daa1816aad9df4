import type { AccountId, Person, Poll } from '@kolosok/contract'
import { Button, UnstyledButton } from '@mantine/core'
import { IconCircle, IconCircleCheckFilled, IconSquare, IconSquareCheckFilled } from '@tabler/icons-react'
import { useState } from 'react'
import classes from './poll.module.css'
import { PollVoters } from './poll-voters.tsx'
import { t } from './texts.ts'

type Props = {
  readonly poll: Poll
  readonly me: AccountId
  readonly people: Readonly<Record<string, Person>>
  readonly canVote: boolean
  /** Places of the chosen options; none withdraws the answer. */
  readonly onVote: (options: number[]) => void
}

/** A poll with its results as they come; choosing an answer again takes it back. */
export function PollCard({ poll, me, people, canVote, onVote }: Props) {
  const [isShowingVoters, setShowingVoters] = useState(false)
  const chosen = poll.options.flatMap(({ accountIds }, index) => (accountIds.includes(me) ? [index] : []))
  const most = Math.max(1, poll.voters)

  const choose = (index: number) => {
    const others = chosen.filter((other) => other !== index)
    if (others.length < chosen.length) onVote(others)
    else onVote(poll.isMultiple ? [...chosen, index].sort((a, b) => a - b) : [index])
  }

  return (
    <div className={classes.poll}>
      <div className={classes.question}>{poll.question}</div>
      <div className={classes.kind}>{t(kindOf(poll))}</div>
      <div role="group" aria-label={poll.question}>
        {poll.options.map(({ text, count }, index) => (
          <UnstyledButton
            key={text}
            className={classes.option}
            role={poll.isMultiple ? 'checkbox' : 'radio'}
            aria-checked={chosen.includes(index)}
            disabled={!canVote || poll.closedAt !== null}
            onClick={() => choose(index)}
          >
            <Mark isMultiple={poll.isMultiple} isChosen={chosen.includes(index)} />
            <span className={classes.text}>{text}</span>
            <span className={classes.count}>
              <span aria-hidden="true">{count}</span>
              <span className="visually-hidden">{t('votes', { count })}</span>
            </span>
            <span className={classes.bar} aria-hidden="true">
              <span style={{ transform: `scaleX(${String(count / most)})` }} />
            </span>
          </UnstyledButton>
        ))}
      </div>
      <div className={classes.foot}>
        {t('voters', { count: poll.voters })}
        {poll.voters > 0 && (
          <Button
            variant="transparent"
            size="compact-sm"
            p={0}
            className={classes.who ?? ''}
            onClick={() => setShowingVoters(true)}
          >
            {t('who')}
          </Button>
        )}
      </div>
      {isShowingVoters && <PollVoters poll={poll} me={me} people={people} onClose={() => setShowingVoters(false)} />}
    </div>
  )
}

function kindOf({ closedAt, isMultiple }: Poll) {
  if (closedAt !== null) return 'kind.closed'
  return isMultiple ? 'kind.multiple' : 'kind.single'
}

function Mark({ isMultiple, isChosen }: { isMultiple: boolean; isChosen: boolean }) {
  const [Empty, Full] = isMultiple ? [IconSquare, IconSquareCheckFilled] : [IconCircle, IconCircleCheckFilled]
  const Icon = isChosen ? Full : Empty
  return <Icon size={22} className={classes.mark} aria-hidden="true" />
}
