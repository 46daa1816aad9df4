import type { WebinarPlan } from '@kolosok/contract'
import { Modal, Stack, Text, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { DialogActions } from '#ui/dialog-actions.tsx'
import { useCancel } from './plan-queries.ts'
import { p } from './plan-texts.ts'
import { sentenceOf } from './problems.ts'
import { t } from './texts.ts'

/** Everybody registered is told why. */
export function CancelDialog({ webinar, onClose }: { webinar: WebinarPlan; onClose: () => void }) {
  const cancel = useCancel(webinar.id)
  const form = useForm({
    initialValues: { word: '' },
    validate: { word: (word) => (word.trim() === '' ? t('missing.word') : null) },
  })
  const submit = form.onSubmit(({ word }) => {
    cancel.mutate(word, {
      onSuccess: () => {
        notifications.show({ message: p('done.cancelled') })
        onClose()
      },
    })
  })
  return (
    <Modal opened onClose={onClose} title={p('cancel.title')}>
      <form noValidate onSubmit={submit}>
        <Stack>
          <Text>{p('cancel.text', { count: webinar.taken + webinar.inLine })}</Text>
          <Textarea
            label={p('cancel.word')}
            description={p('cancel.hint')}
            maxLength={300}
            autosize
            minRows={2}
            data-autofocus
            {...form.getInputProps('word')}
          />
          <DialogActions
            submit={p('cancel')}
            isPending={cancel.isPending}
            isDangerous
            problem={cancel.error && sentenceOf(cancel.error)}
            cancel={t('keep')}
            onClose={onClose}
          />
        </Stack>
      </form>
    </Modal>
  )
}
