import type { Meeting } from '@kolosok/contract'
import { Link } from '@tanstack/react-router'
import { AnswerButtons } from './answer-buttons.tsx'
import { MeetingMarks } from './meeting-marks.tsx'
import classes from './meetings.module.css'
import { whereOf } from './words.ts'

/** In a list: when, what, where, and one tap to say whether one comes. */
export function MeetingCard({ meeting }: { meeting: Meeting }) {
  const { id, title, from, until, state, isInvited } = meeting
  return (
    <article className={classes.card} data-state={state}>
      <div className={classes.when}>
        <b>{from}</b>
        <span>{until}</span>
      </div>
      <div className={classes.what}>
        <Link to="/meetings/$meetingId" params={{ meetingId: id }} className={classes.cardTitle}>
          {title}
        </Link>
        <div className={classes.meta}>{whereOf(meeting)}</div>
        <MeetingMarks meeting={meeting} />
        {isInvited && state === 'planned' && <AnswerButtons meeting={meeting} />}
      </div>
    </article>
  )
}
