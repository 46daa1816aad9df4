import type { Oversight } from '@kolosok/contract'
import { EventPlot } from './event-plot.tsx'
import { Figures } from './figures.tsx'
import classes from './statistics.module.css'
import { t } from './texts.ts'
import { nameOfMonth } from './words.ts'

/** A year of remote events, and this month beside the one before. */
export function ComparedFigures({ months, month, previousMonth, sections }: Oversight) {
  return (
    <>
      <EventPlot months={months} />
      <p className={classes.lead}>
        {t('compare', { month: nameOfMonth(month), previous: nameOfMonth(previousMonth).toLowerCase() })}
      </p>
      <Figures sections={sections} />
    </>
  )
}
