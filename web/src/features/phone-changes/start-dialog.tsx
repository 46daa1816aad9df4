import type { Person, PhoneChangeId } from '@kolosok/contract'
import { Modal, Stack, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { ApiProblem, isProblem } from '#lib/api.ts'
import { newId } from '#lib/new-id.ts'
import { DialogActions } from '#ui/dialog-actions.tsx'
import { PhoneField } from '#ui/phone-field.tsx'
import { problemOf, useStart } from './queries.ts'
import { t } from './texts.ts'

/** In the name of somebody who has lost their phone and is signed in nowhere. */
export function StartPhoneChange({ person, onClose }: { person: Person; onClose: () => void }) {
  // Made once per form, so a retry asks once.
  const [id] = useState(() => newId() as PhoneChangeId)
  const start = useStart(person.membershipId)
  const form = useForm({
    initialValues: { phone: '' },
    validate: { phone: (value) => (value.trim() === '' ? t('own.phone-empty') : null) },
  })
  const submit = form.onSubmit(
    ({ phone }) =>
      start.mutate(
        { id, phone },
        {
          onSuccess: () => {
            notifications.show({ message: t('start.sent') })
            onClose()
          },
          onError: (error) => {
            form.setErrors({ phone: sentenceOf(error) })
            form.getInputNode('phone')?.focus()
          },
        },
      ),
    () => form.getInputNode('phone')?.focus(),
  )
  return (
    <Modal opened onClose={onClose} title={t('start.title')} closeButtonProps={{ 'aria-label': t('close') }}>
      <form noValidate onSubmit={submit}>
        <Stack>
          <Text>{t('start.text', { name: person.name })}</Text>
          <PhoneField label={t('start.phone')} data-autofocus autoComplete="off" {...form.getInputProps('phone')} />
          <DialogActions submit={t('start.submit')} isPending={start.isPending} onClose={onClose} />
        </Stack>
      </form>
    </Modal>
  )
}

function sentenceOf(error: unknown): string {
  if (isProblem(error, 'phone-same')) return t('own.same')
  if (isProblem(error, 'number-has-account')) return t('own.taken')
  if (isProblem(error, 'phone-change-waiting')) return t('own.waiting-already')
  return error instanceof ApiProblem && error.body.code === 'invalid-request' ? t('start.bad') : problemOf(error)
}
