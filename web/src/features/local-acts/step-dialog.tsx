import { type LocalActPaper, type LocalActStep, MAX_PAPER_NUMBER, type WholeLocalAct } from '@kolosok/contract'
import { Modal, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import { toCalendarDay } from '#lib/dates.ts'
import { DateField } from '#ui/date-field.tsx'
import { DialogActions } from '#ui/dialog-actions.tsx'
import { badFieldsOf, problemOf } from './problems.ts'
import { useEnterStep } from './queries.ts'
import { t } from './texts.ts'

type Props = { readonly act: WholeLocalAct; readonly step: LocalActStep; readonly onClose: () => void }

/** Number and date of the paper that this step stands on; the same to mend them. */
export function StepDialog({ act, step, onClose }: Props) {
  // As it was when the window opened: what others enter meanwhile must not be written over.
  const [rev] = useState(act.rev)
  const [today] = useState(() => toCalendarDay(new Date()))
  const enter = useEnterStep()
  const isOfDay = step === 'in-force'
  const before = paperOf(act, step)
  const words = wordsOf(act, step)
  const form = useForm({
    initialValues: before ?? { number: '', date: today },
    validate: {
      number: (number) => (!isOfDay && number.trim() === '' ? t('field.required') : null),
      date: (date) => (date === '' ? t('field.required') : null),
    },
  })
  const submit = form.onSubmit(({ number, date }) => {
    enter.mutate(
      { params: { editionId: act.id, step }, body: { number, date, rev } },
      { onSuccess: onClose, onError: (error) => form.setErrors(badFieldsOf(error) ?? {}) },
    )
  })
  const problem = problemOf(enter.error)
  return (
    <Modal opened onClose={onClose} title={words.title}>
      <form noValidate onSubmit={submit}>
        <Stack>
          <Text>{before ? t('enter.mend') : words.hint}</Text>
          {!isOfDay && (
            <TextInput
              label={t(step === 'approved' ? 'enter.number.order' : 'enter.number.protocol')}
              maxLength={MAX_PAPER_NUMBER}
              data-autofocus
              {...form.getInputProps('number')}
            />
          )}
          <DateField
            label={t(isOfDay ? 'enter.from' : 'enter.date')}
            data-autofocus={isOfDay || undefined}
            {...form.getInputProps('date')}
          />
          <DialogActions
            submit={before ? t('save') : words.enter}
            isPending={enter.isPending}
            problem={problem}
            onClose={onClose}
          />
        </Stack>
      </form>
    </Modal>
  )
}

/** An order is its own approval: the head signs it. */
function wordsOf({ kind }: WholeLocalAct, step: LocalActStep) {
  const key = kind === 'order' && step === 'approved' ? 'signed' : step
  return { title: t(`step.${key}`), enter: t(`enter.${key}`), hint: t(`enter.${key}.hint`) }
}

function paperOf(act: WholeLocalAct, step: LocalActStep): LocalActPaper | null {
  if (step !== 'in-force') return act[step]
  return act.inForceFrom === null ? null : { number: '', date: act.inForceFrom }
}
