import type { OwnPhoneChange } from '@kolosok/contract'
import { Button } from '@mantine/core'
import { useLocalStorage } from '@mantine/hooks'
import { useState } from 'react'
import { formatMoment } from '#lib/dates.ts'
import { formatPhone } from '#lib/phone.ts'
import { ConfirmDialog } from '#ui/confirm-dialog.tsx'
import classes from './phone-changes.module.css'
import { problemOf, useStop } from './queries.ts'
import { t } from './texts.ts'

/** On every device of the account, wherever it is: somebody wants it to have another number. */
export function PhoneChangeBanner({ change }: { change: OwnPhoneChange }) {
  const [seen, setSeen] = useLocalStorage({
    key: 'kolosok-phone-change-seen',
    defaultValue: '',
    getInitialValueInEffect: false,
  })
  const [isStopping, setStopping] = useState(false)
  const stop = useStop()
  const isOpen = change.state === 'requested' || change.state === 'agreed'
  if (!isOpen && seen === change.id) return null
  return (
    <div className={classes.banner} data-waiting={isOpen || undefined} role="status">
      <span>{textOf(change)}</span>
      {isOpen ? (
        <Button variant="default" onClick={() => setStopping(true)}>
          {t(change.isByOwner ? 'stop.own' : 'stop')}
        </Button>
      ) : (
        <Button variant="default" onClick={() => setSeen(change.id)}>
          {t('hide')}
        </Button>
      )}
      <ConfirmDialog
        isOpen={isStopping}
        title={t('stop.title')}
        text={t('stop.text')}
        confirm={t('stop.confirm')}
        cancel={t('cancel')}
        isPending={stop.isPending}
        problem={stop.isError ? problemOf(stop.error) : null}
        onConfirm={() => stop.mutate(change.id, { onSuccess: () => setStopping(false) })}
        onClose={() => setStopping(false)}
      />
    </div>
  )
}

function textOf({ state, newPhone, isByOwner, takesEffectAt }: OwnPhoneChange): string {
  const phone = formatPhone(newPhone)
  if (state === 'agreed') return t('state.agreed', { phone, date: formatMoment(takesEffectAt ?? '') })
  return t(state === 'requested' && isByOwner ? 'state.requested.own' : `state.${state}`, { phone })
}
