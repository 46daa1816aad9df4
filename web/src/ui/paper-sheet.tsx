import { useEffect } from 'react'
import { createPortal } from 'react-dom'
import { formatFullDay } from '#lib/dates.ts'
import classes from './paper-sheet.module.css'
import { t } from './records-texts.ts'
import type { Sheet } from './sheet.ts'

/** A list on A4, alone on the paper whatever is on screen; asks the browser to print once it stands. */
export function PaperSheet({ sheet, onDone }: { sheet: Sheet; onDone: () => void }) {
  useEffect(() => {
    addEventListener('afterprint', onDone, { once: true })
    window.print()
    return () => removeEventListener('afterprint', onDone)
    // oxlint-disable-next-line react/exhaustive-deps -- printed once, however often the parent draws
  }, [])
  const whole = sheet.heads.reduce((sum, { width }) => sum + width, 0)
  return createPortal(
    <section className={classes.paper}>
      <header>
        <h1>{sheet.title}</h1>
        <p>
          {sheet.owner}
          {' · '}
          {t('paper.date', { date: formatFullDay(new Date().toISOString()) })}
        </p>
      </header>
      <table>
        <colgroup>
          <col />
          {sheet.heads.map(({ title, width }) => (
            <col key={title} style={{ width: `${String((94 * width) / whole)}%` }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{t('paper.number')}</th>
            {sheet.heads.map(({ title }) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sheet.rows.map((row, index) => (
            <tr key={index}>
              <td>{index + 1}</td>
              {row.map((value, column) => (
                <td key={sheet.heads[column]?.title}>{value}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>,
    document.body,
  )
}
