import { localActAudience, type NoticeId, type WholeLocalAct } from '@kolosok/contract'
import { Modal, Select, Stack, Switch, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import { toCalendarDay } from '#lib/dates.ts'
import { newId } from '#lib/new-id.ts'
import { DateField } from '#ui/date-field.tsx'
import { DialogActions } from '#ui/dialog-actions.tsx'
import { badFieldsOf, problemOf } from './problems.ts'
import { useAcknowledge } from './queries.ts'
import { t } from './texts.ts'

/** Two weeks: parents come back from a trip, colleagues from an illness. */
const usualDay = () => toCalendarDay(new Date(Date.now() + 14 * 86_400_000))
const endOf = (day: string) => new Date(`${day}T20:00`)

/** A notice with the document in it goes to everybody chosen; their names and times are the register. */
export function AcknowledgeDialog({ act, onClose }: { act: WholeLocalAct; onClose: () => void }) {
  // A retry sends the same notice.
  const [noticeId] = useState(() => newId() as NoticeId)
  const send = useAcknowledge()
  const form = useForm({
    initialValues: { audience: act.audience, deadlineAt: usualDay(), isMailed: false },
    validate: {
      deadlineAt: (day) => {
        if (day === '') return t('field.required')
        return endOf(day).getTime() <= Date.now() ? t('field.past') : null
      },
    },
  })
  const submit = form.onSubmit(({ audience, deadlineAt, isMailed }) => {
    const body = { audience, deadlineAt: endOf(deadlineAt).toISOString(), isMailed }
    send.mutate(
      { params: { editionId: act.id, noticeId }, body },
      { onSuccess: onClose, onError: (error) => form.setErrors(badFieldsOf(error) ?? {}) },
    )
  })
  const audiences = act.audience === 'all' ? localActAudience.options : [act.audience]
  const problem = problemOf(send.error)
  return (
    <Modal opened onClose={onClose} title={t('acknowledge.title')}>
      <form noValidate onSubmit={submit}>
        <Stack>
          <Text>{t('acknowledge.text')}</Text>
          <Select
            label={t('acknowledge.audience')}
            data={audiences.map((value) => ({ value, label: t(`audience.${value}`) }))}
            allowDeselect={false}
            {...form.getInputProps('audience')}
          />
          <DateField label={t('acknowledge.until')} {...form.getInputProps('deadlineAt')} />
          <Switch label={t('acknowledge.mailed')} {...form.getInputProps('isMailed', { type: 'checkbox' })} />
          <DialogActions
            submit={t('acknowledge.send')}
            isPending={send.isPending}
            problem={problem}
            onClose={onClose}
          />
        </Stack>
      </form>
    </Modal>
  )
}
