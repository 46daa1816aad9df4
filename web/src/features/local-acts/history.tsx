import type { LocalActEvent, WholeLocalAct } from '@kolosok/contract'
import { Title } from '@mantine/core'
import { formatCalendarDay, formatMoment } from '#lib/dates.ts'
import classes from './local-acts.module.css'
import { t } from './texts.ts'
import { paperText } from './words.tsx'

/** Who entered what, corrections included; newest first. */
export function History({ act: { events, editedAt, editedBy } }: { act: WholeLocalAct }) {
  return (
    <details className={classes.card}>
      <summary>
        <Title order={2} fz={18} component="span">
          {t('history')}
        </Title>
      </summary>
      <ul className={classes.plain}>
        <li>
          {t('history.edited')}
          <small>{t('history.who', { by: editedBy, at: formatMoment(editedAt) })}</small>
        </li>
        {events.toReversed().map((event) => (
          <li key={event.id}>
            {sentence(event)}
            <small>{t('history.who', { by: event.by, at: formatMoment(event.at) })}</small>
          </li>
        ))}
      </ul>
    </details>
  )
}

const repealSentence = (number: string, date: string, word: string, isCorrection: boolean): string => {
  const what = t('history.repealed.what', { paper: paperText('approved', { number, date }), word })
  return t(isCorrection ? 'history.corrected' : 'history.entered', { step: t('state.repealed'), what })
}

function sentence({ kind, number, date, isCorrection, word }: LocalActEvent): string {
  if (kind === 'begun') return t('history.begun')
  if (kind === 'returned') return t('history.returned', { word })
  if (kind === 'repealed') return repealSentence(number, date ?? '', word, isCorrection)
  const what =
    date === null
      ? ''
      : kind === 'in-force'
        ? t('paper.from', { day: formatCalendarDay(date) })
        : paperText(kind, { number, date })
  return t(isCorrection ? 'history.corrected' : 'history.entered', { step: t(`step.${kind}`), what })
}
