import type { RollOver } from '@kolosok/contract'
import classes from './roll-overs.module.css'
import { t } from './texts.ts'

const SHOWN = ['staying', 'moving', 'leaving', 'closing'] as const

/** How many of what; what nobody does is not said. */
export function Totals({ totals }: { totals: RollOver['totals'] }) {
  return (
    <ul className={classes.totals}>
      {SHOWN.filter((one) => totals[one] > 0).map((one) => (
        <li key={one}>
          <b>{totals[one]}</b> {t(`total.${one}`, { count: totals[one] })}
        </li>
      ))}
    </ul>
  )
}
