import type { Webinar } from '@kolosok/contract'
import { Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { seatsOf, whenOf, whereOf } from './words.ts'
import { WebinarState } from './webinar-state.tsx'
import classes from './webinars.module.css'

type Props = {
  readonly title: string
  readonly webinars: readonly Webinar[]
  /** Where one of them has its page. */
  readonly to: '/webinars/$webinarId' | '/operator/webinars/$webinarId'
}

/** What comes, or what is over; nothing where there is none. */
export function WebinarList({ title, webinars, to }: Props) {
  if (webinars.length === 0) return null
  return (
    <section className={classes.section}>
      <Title order={2} fz={16}>
        {title}
      </Title>
      <ul className={classes.cards}>
        {webinars.map((webinar) => (
          <li key={webinar.id}>
            <Link to={to} params={{ webinarId: webinar.id }} className={classes.card} data-state={webinar.state}>
              <span className={classes.marks}>
                <WebinarState webinar={webinar} />
                <span>{whenOf(webinar)}</span>
              </span>
              <span className={classes.cardTitle}>{webinar.title}</span>
              <span className={classes.quiet}>{[whereOf(webinar), seatsOf(webinar)].join('. ')}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
