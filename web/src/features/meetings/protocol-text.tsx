import type { MeetingProtocol } from '@kolosok/contract'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { formatMoment } from '#lib/dates.ts'
import { ConfirmDialog } from '#ui/confirm-dialog.tsx'
import classes from './meetings.module.css'
import { sentenceOf } from './problems.ts'
import { useReopenProtocol } from './protocol-queries.ts'
import { t } from './texts.ts'

/** As it was signed: what was decided, item by item. */
export function ProtocolText({ protocol }: { protocol: MeetingProtocol }) {
  const { number, chair, secretary, items, signedAt, signedBy, present, mayReopen } = protocol
  return (
    <>
      <section className={classes.panel} aria-label={t('protocol')}>
        {signedAt !== null && (
          <div className={classes.meta}>{t('protocol.signed', { by: signedBy, at: formatMoment(signedAt) })}</div>
        )}
        {number !== '' && <p className={classes.line}>{t('protocol.numbered', { number })}</p>}
        <p className={classes.line}>{t('protocol.led', { chair, secretary: secretary === '' ? 'none' : secretary })}</p>
        {present && <p className={classes.line}>{t('protocol.present', present)}</p>}
      </section>
      {items.map(({ topic, heard, decided, votes }, at) => (
        <section key={at} className={classes.panel} aria-label={topic}>
          <h2 className={classes.panelTitle}>
            {at + 1}. {topic}
          </h2>
          {heard !== '' && <Said head={t('protocol.heard')} text={heard} />}
          {decided !== '' && <Said head={t('protocol.decided')} text={decided} />}
          {votes && <p className={classes.line}>{t('protocol.voted', votes)}</p>}
        </section>
      ))}
      {mayReopen && <Reopen protocol={protocol} />}
    </>
  )
}

function Said({ head, text }: { head: string; text: string }) {
  return (
    <div>
      <h3 className={classes.subTitle}>{head}</h3>
      <p className={classes.lines}>{text}</p>
    </div>
  )
}

function Reopen({ protocol: { meetingId } }: { protocol: MeetingProtocol }) {
  const [isAsked, setAsked] = useState(false)
  const reopen = useReopenProtocol()
  return (
    <div>
      <Button variant="default" onClick={() => setAsked(true)}>
        {t('protocol.reopen')}
      </Button>
      <ConfirmDialog
        isOpen={isAsked}
        isHarmless
        title={t('protocol.reopen.ask')}
        text={t('protocol.reopen.text')}
        confirm={t('protocol.reopen')}
        cancel={t('protocol.not-yet')}
        isPending={reopen.isPending}
        problem={reopen.error && sentenceOf(reopen.error)}
        onConfirm={() => reopen.mutate({ params: { meetingId } }, { onSuccess: () => setAsked(false) })}
        onClose={() => setAsked(false)}
      />
    </div>
  )
}
