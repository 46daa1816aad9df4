import type { CountedPoll } from '@kolosok/contract'
import { Button, UnstyledButton } from '@mantine/core'
import { IconCircle, IconCircleCheckFilled, IconSquare, IconSquareCheckFilled } from '@tabler/icons-react'
import classes from './poll.module.css'
import { t } from './texts.ts'

type Props = {
  readonly poll: CountedPoll
  readonly canVote: boolean
  /** Places of the chosen options; none withdraws the answer. */
  readonly onVote: (options: number[]) => void
  /** Shows who chose what; null where that is nobody's business. */
  readonly onWho: (() => void) | null
}

/** A poll with its results as they come; choosing an answer again takes it back. */
export function PollCard({ poll, canVote, onVote, onWho }: Props) {
  const { chosen } = poll
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
        {onWho && poll.voters > 0 && (
          <Button variant="transparent" size="compact-sm" p={0} className={classes.who ?? ''} onClick={onWho}>
            {t('who')}
          </Button>
        )}
      </div>
    </div>
  )
}

function kindOf({ closedAt, isMultiple }: CountedPoll) {
  if (closedAt !== null) return 'kind.closed'
  return isMultiple ? 'kind.multiple' : 'kind.single'
}

function Mark({ isMultiple, isChosen }: { isMultiple: boolean; isChosen: boolean }) {
  const [Empty, Full] = isMultiple ? [IconSquare, IconSquareCheckFilled] : [IconCircle, IconCircleCheckFilled]
  const Icon = isChosen ? Full : Empty
  return <Icon size={22} className={classes.mark} aria-hidden="true" />
}
