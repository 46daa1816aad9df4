import { Link } from '@tanstack/react-router'
import type { CalendarWebinar } from '#features/webinars/index.ts'
import classes from './meetings.module.css'
import { t } from './texts.ts'

type Props = { readonly webinars: readonly CalendarWebinar[] }

/** In a day of a month or a week. */
export const WebinarChips = ({ webinars }: Props) =>
  webinars.map(({ id, title, from, until, state, isWaiting }) => (
    <Link
      key={id}
      to="/webinars/$webinarId"
      params={{ webinarId: id }}
      className={classes.chip}
      aria-label={t('webinar.label', { title, from, until, isWaiting: String(isWaiting) })}
      data-state={state}
      data-waiting={isWaiting || undefined}
    >
      <b>{from}</b> <span>{title}</span>
    </Link>
  ))

/** In a list. */
export const WebinarCards = ({ webinars }: Props) =>
  webinars.map(({ id, title, from, until, state, isWaiting }) => (
    <article key={id} className={classes.card} data-state={state}>
      <div className={classes.when}>
        <b>{from}</b>
        <span>{until}</span>
      </div>
      <div className={classes.what}>
        <Link to="/webinars/$webinarId" params={{ webinarId: id }} className={classes.cardTitle}>
          {title}
        </Link>
        <div className={classes.meta}>{t('webinar', { isWaiting: String(isWaiting) })}</div>
      </div>
    </article>
  ))
