import type { WholeLocalAct } from '@kolosok/contract'
import { Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { formatCalendarDay } from '#lib/dates.ts'
import classes from './local-acts.module.css'
import { t } from './texts.ts'

/** The others of the same document, each a link, and what changed. */
export function Editions({ act: { id, kind, number, editions } }: { act: WholeLocalAct }) {
  const former = editions.find((one) => one.number < number)
  if (editions.length < 2) return null
  return (
    <section className={classes.card} aria-labelledby="editions">
      <Title order={2} fz={18} id="editions">
        {t('editions')}
      </Title>
      <ul className={classes.plain}>
        {editions.map((one) => (
          <li key={one.id}>
            {one.id === id ? (
              <b>{t('editions.this', { number: one.number })}</b>
            ) : (
              <Link to="/documents/$editionId" params={{ editionId: one.id }}>
                {t('edition', { number: one.number })}
              </Link>
            )}{' '}
            <small>
              {t(one.state === 'approved' && kind === 'order' ? 'state.signed' : `state.${one.state}`)}
              {one.inForceFrom !== null && `, ${t('paper.from', { day: formatCalendarDay(one.inForceFrom) })}`}
            </small>
          </li>
        ))}
      </ul>
      {former && (
        <Link to="/documents/$editionId/compare" params={{ editionId: id }} search={{ with: former.id }}>
          {t('compare', { number: former.number })}
        </Link>
      )}
    </section>
  )
}
