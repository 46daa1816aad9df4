import type { Notice } from '@kolosok/contract'
import { Link } from '@tanstack/react-router'
import { LinkedText } from '#ui/linked-text.tsx'
import { StateBadge } from '#ui/state-badge.tsx'
import { Answers } from './answer-buttons.tsx'
import classes from './notices.module.css'
import { ProgressBar } from './progress-bar.tsx'
import { t } from './texts.ts'
import { formatWhen, isUnanswered } from './words.ts'

/** What fits on a card whole is answered there; anything longer is read first. */
const SHORT = 280
const isWhole = ({ text, attachments }: Notice) => text.length <= SHORT && attachments.length === 0

type Props = {
  readonly notice: Notice
  readonly isHead?: boolean
  /** Among what was sent: how far it has come, whatever the reader answers themselves. */
  readonly isSent?: boolean
}

export function NoticeCard({ notice, isHead = false, isSent = false }: Props) {
  const { id, title, text, author, sentAt, progress } = notice
  const params = { noticeId: id }
  const isReader = notice.units.length > 0 && !isSent
  const isAsked = isReader && isUnanswered(notice)
  return (
    <article className={classes.card} data-waiting={isAsked || undefined} aria-label={title}>
      <Marks notice={notice} />
      <Link to="/notices/$noticeId" params={params} className={classes.cardTitle}>
        {title}
      </Link>
      {text !== '' && (
        <p className={classes.cardText} data-short={!isWhole(notice) || undefined}>
          <LinkedText text={text} />
        </p>
      )}
      {!isHead && <div className={classes.meta}>{t('meta', { author, sent: formatWhen(sentAt) })}</div>}
      {isReader ? <Asked notice={notice} /> : progress && <ProgressBar notice={notice} progress={progress} />}
    </article>
  )
}

/** What fits is answered here, what does not is opened first; what was answered stands here, too. */
function Asked({ notice }: { notice: Notice }) {
  if (!isUnanswered(notice) || isWhole(notice)) return <Answers notice={notice} />
  return (
    <Link to="/notices/$noticeId" params={{ noticeId: notice.id }} className={classes.openButton}>
      {t('open')}
    </Link>
  )
}

/** What is special about it, and until when. */
export function Marks({ notice }: { notice: Notice }) {
  const { urgency, isReminded, correctedAt, state, deadlineAt } = notice
  return (
    <div className={classes.marks}>
      {urgency !== null && state === 'open' && <StateBadge tone="bad">{t('urgent')}</StateBadge>}
      {isReminded && state === 'open' && <StateBadge tone="waiting">{t('reminder')}</StateBadge>}
      {correctedAt !== null && <StateBadge tone="quiet">{t('corrected')}</StateBadge>}
      {state === 'over' && <StateBadge tone="quiet">{t('over')}</StateBadge>}
      {state === 'withdrawn' ? (
        <StateBadge tone="quiet">{t('withdrawn')}</StateBadge>
      ) : (
        <span className={classes.until}>
          {t(state === 'open' ? 'until' : 'was-until', { until: formatWhen(deadlineAt) })}
        </span>
      )}
    </div>
  )
}
