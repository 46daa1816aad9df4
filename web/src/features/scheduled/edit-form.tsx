import { type Chat, MAX_TEXT, type ScheduledMessage } from '@kolosok/contract'
import { Stack, Textarea } from '@mantine/core'
import { useState } from 'react'
import { MomentField } from '#ui/date-field.tsx'
import { DialogActions } from '#ui/dialog-actions.tsx'
import { fieldsIn, whyFailed } from './problems.ts'
import { useChangeScheduled } from './queries.ts'
import { t } from './texts.ts'
import { fromField, toField } from './times.ts'
import { useClock } from './use-clock.ts'

type Props = { readonly chat: Chat; readonly scheduled: ScheduledMessage; readonly onClose: () => void }

/** Another text, another time; what could not be sent waits anew. */
export function EditForm({ chat, scheduled, onClose }: Props) {
  const { timeZone, zone } = useClock(chat)
  const change = useChangeScheduled(scheduled)
  const before = toField(new Date(scheduled.sendAt), timeZone)
  const [text, setText] = useState(scheduled.text)
  const [at, setAt] = useState(before)
  const bad = fieldsIn(change.error)
  const isEmpty = at === ''
  const submit = () => {
    if (isEmpty) return
    // The seconds that the field does not show stay what they are.
    const sendAt = at === before ? scheduled.sendAt : fromField(at, timeZone).toISOString()
    change.mutate({ text, sendAt }, { onSuccess: onClose })
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <Stack gap="sm" mt="xs">
        <Textarea
          label={t('text')}
          value={text}
          maxLength={MAX_TEXT}
          autosize
          minRows={2}
          maxRows={10}
          error={bad?.['text']}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
        <MomentField
          label={t('choose.at')}
          {...(zone !== null && { description: t('choose.zone', { zone }) })}
          value={at}
          error={isEmpty ? t('failed.invalid') : bad?.['sendAt']}
          onChange={setAt}
        />
        <DialogActions
          submit={t('save')}
          isPending={change.isPending}
          problem={change.isError && !bad ? whyFailed(change.error) : null}
          onClose={onClose}
        />
      </Stack>
    </form>
  )
}
