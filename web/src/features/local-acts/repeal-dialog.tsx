import { MAX_PAPER_NUMBER, type WholeLocalAct } from '@kolosok/contract'
import { Modal, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import { toCalendarDay } from '#lib/dates.ts'
import { DateField } from '#ui/date-field.tsx'
import { DialogActions } from '#ui/dialog-actions.tsx'
import { badFieldsOf, problemOf } from './problems.ts'
import { useRepeal } from './queries.ts'
import { t } from './texts.ts'

const required = (value: string) => (value.trim() === '' ? t('field.required') : null)

/** The head's order that takes it out of force; the same to mend what was entered. */
export function RepealDialog({ act, onClose }: { act: WholeLocalAct; onClose: () => void }) {
  const [rev] = useState(act.rev)
  const [today] = useState(() => toCalendarDay(new Date()))
  const repeal = useRepeal()
  const form = useForm({
    initialValues: act.repeal ?? { number: '', date: today, from: today, word: '' },
    validate: { number: required, date: required, from: required, word: required },
  })
  const submit = form.onSubmit(({ number, date, from, word }) => {
    repeal.mutate(
      { params: { editionId: act.id }, body: { number, date, from, word, rev } },
      { onSuccess: onClose, onError: (error) => form.setErrors(badFieldsOf(error) ?? {}) },
    )
  })
  return (
    <Modal opened onClose={onClose} title={t('repeal.title')}>
      <form noValidate onSubmit={submit}>
        <Stack>
          <Text>{t(act.repeal ? 'enter.mend' : 'repeal.text')}</Text>
          <TextInput
            label={t('enter.number.order')}
            maxLength={MAX_PAPER_NUMBER}
            data-autofocus
            {...form.getInputProps('number')}
          />
          <DateField label={t('repeal.date')} {...form.getInputProps('date')} />
          <DateField label={t('repeal.from')} {...form.getInputProps('from')} />
          <Textarea
            label={t('repeal.word')}
            description={t('repeal.word.hint')}
            maxLength={300}
            autosize
            minRows={2}
            {...form.getInputProps('word')}
          />
          <DialogActions
            submit={t(act.repeal ? 'save' : 'repeal.submit')}
            isPending={repeal.isPending}
            problem={problemOf(repeal.error)}
            onClose={onClose}
          />
        </Stack>
      </form>
    </Modal>
  )
}
