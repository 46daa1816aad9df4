import type { Oversight } from '@kolosok/contract'
import { Title } from '@mantine/core'
import classes from './statistics.module.css'
import { t } from './texts.ts'
import { lengthOf, nameOfMonth, shortNameOfMonth } from './words.ts'

const [WIDTH, HEIGHT] = [56, 120]

/** The month one asks about is the last. */
const showLast = (box: HTMLElement | null) => box?.scrollTo({ left: box.scrollWidth })

/** A year of remote events: drawn, so that it prints; and as a table for whoever does not see it. */
export function EventPlot({ months }: Pick<Oversight, 'months'>) {
  const most = Math.max(...months.map(({ minutes }) => minutes))
  return (
    <section className={classes.section} aria-labelledby="event-plot">
      <Title order={2} fz="lg" id="event-plot">
        {t('events.title')}
      </Title>
      <p className={classes.lead}>{most === 0 ? t('events.empty') : t('events.lead')}</p>
      {most > 0 && (
        <>
          {/* Reached by keys, too: on a phone it is wider than the screen. */}
          <div className={classes.plotScroll} ref={showLast} tabIndex={0} role="group" aria-label={t('events.title')}>
            <svg
              className={classes.plot}
              viewBox={`0 0 ${String(WIDTH * months.length)} ${String(HEIGHT + 44)}`}
              aria-hidden="true"
            >
              {months.map(({ month, minutes }, index) => {
                const height = Math.round((minutes / most) * HEIGHT)
                const middle = WIDTH * (index + 0.5)
                return (
                  <g key={month}>
                    <rect
                      x={middle - 16}
                      y={18 + HEIGHT - height}
                      width={32}
                      height={height}
                      rx={4}
                      className={classes.bar}
                    />
                    {minutes > 0 && (
                      <text x={middle} y={13 + HEIGHT - height} textAnchor="middle">
                        {minutes}
                      </text>
                    )}
                    <text x={middle} y={HEIGHT + 38} textAnchor="middle" className={classes.axis}>
                      {shortNameOfMonth(month)}
                    </text>
                  </g>
                )
              })}
            </svg>
          </div>
          {/* Around the table, for a table is never narrower than its words. */}
          <div className="visually-hidden">
            <table>
              <thead>
                <tr>
                  <th scope="col">{t('events.month')}</th>
                  <th scope="col">{t('events.calls')}</th>
                  <th scope="col">{t('events.broadcasts')}</th>
                  <th scope="col">{t('events.minutes')}</th>
                </tr>
              </thead>
              <tbody>
                {months.map(({ month, calls, broadcasts, minutes }) => (
                  <tr key={month}>
                    <th scope="row">{nameOfMonth(month)}</th>
                    <td>{calls}</td>
                    <td>{broadcasts}</td>
                    <td>{lengthOf(minutes)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </section>
  )
}
