import { type ReactNode, useState } from 'react'
import { useOrganization } from '#features/organization-frame/index.ts'
import { formatFullDay } from '#lib/dates.ts'
import classes from './statistics.module.css'
import { t } from './texts.ts'

type Props = { readonly title: string; readonly children: ReactNode }

/** What of a page goes on paper, under what it is called, whose it is and of which day. */
export function Printed({ title, children }: Props) {
  const { name } = useOrganization()
  const [now] = useState(() => new Date().toISOString())
  return (
    <div className={classes.printed}>
      <header className={classes.onPaper} aria-hidden="true">
        <b>{title}</b>
        <span>{t('printed', { name, when: formatFullDay(now) })}</span>
      </header>
      {children}
    </div>
  )
}
