import { type Chat, SCHEDULED_WITHIN_DAYS } from '@kolosok/contract'
import { Modal, Stack } from '@mantine/core'
import { useState } from 'react'
import { MomentField } from '#ui/date-field.tsx'
import { DialogActions } from '#ui/dialog-actions.tsx'
import { t } from './texts.ts'
import { choicesAt, fromField, toField } from './times.ts'
import { useClock } from './use-clock.ts'

type Props = {
  readonly chat: Chat
  readonly isPending: boolean
  /** Why it was refused; null while it may still work. */
  readonly problem: string | null
  readonly onChoose: (at: Date) => void
  readonly onClose: () => void
}

/** Any other time; what nobody can read is not sent as none. */
export function ChooseDialog({ chat, isPending, problem, onChoose, onClose }: Props) {
  const clock = useClock(chat)
  const { timeZone, zone } = clock
  const [value, setValue] = useState(() => {
    const [soonest] = choicesAt(new Date(), clock)
    return soonest ? toField(soonest.at, timeZone) : ''
  })
  const [fault, setFault] = useState<string | null>(null)
  const submit = () => {
    const at = value === '' ? null : fromField(value, timeZone)
    const wrong = faultOf(at)
    setFault(wrong && t(`failed.${wrong}`))
    if (at && wrong === null) onChoose(at)
  }
  return (
    <Modal opened onClose={onClose} title={t('choose.title')} closeButtonProps={{ 'aria-label': t('close') }}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <Stack>
          <MomentField
            label={t('choose.at')}
            {...(zone !== null && { description: t('choose.zone', { zone }) })}
            value={value}
            error={fault}
            onChange={(next) => {
              setValue(next)
              setFault(null)
            }}
            data-autofocus
          />
          <DialogActions submit={t('choose.submit')} isPending={isPending} problem={problem} onClose={onClose} />
        </Stack>
      </form>
    </Modal>
  )
}

function faultOf(at: Date | null): 'invalid' | 'past' | 'too-far' | null {
  if (at === null) return 'invalid'
  const ahead = at.getTime() - Date.now()
  if (ahead <= 0) return 'past'
  return ahead > SCHEDULED_WITHIN_DAYS * 86_400_000 ? 'too-far' : null
}
