import type { Meeting } from '@kolosok/contract'
import { Suspense } from 'react'
import { GuestLinkPanel } from '#features/guests/index.ts'
import classes from './meetings.module.css'
import { t } from './texts.ts'

/** For whoever looks after a meeting that is held by a call: the way into it for somebody from outside. */
export function GuestLink({ meeting: { id, kind, mayChange } }: { meeting: Meeting }) {
  if (!mayChange || kind === 'in-person') return null
  return (
    <section className={classes.panel} aria-label={t('guest-link')}>
      <h2 className={classes.panelTitle}>{t('guest-link')}</h2>
      <Suspense>
        <GuestLinkPanel meetingId={id} />
      </Suspense>
    </section>
  )
}
