import type { Meeting, MeetingScope } from '@kolosok/contract'
import { Alert, Modal, Stack, Text, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { DialogActions } from '#ui/dialog-actions.tsx'
import { sentenceOf } from './problems.ts'
import { useCancel } from './queries.ts'
import { ScopeField } from './scope-field.tsx'
import { t } from './texts.ts'

/** Everybody invited is told why. */
export function CancelDialog({ meeting, onClose }: { meeting: Meeting; onClose: () => void }) {
  const cancel = useCancel()
  const isLesson = String(meeting.lesson !== null)
  const form = useForm<{ word: string; scope: MeetingScope }>({
    initialValues: { word: '', scope: 'one' },
    validate: { word: (word) => (word.trim() === '' ? t('missing.word', { isLesson }) : null) },
  })
  const submit = form.onSubmit((body) => {
    cancel.mutate(
      { params: { meetingId: meeting.id }, body },
      {
        onSuccess: () => {
          notifications.show({ message: t('done.cancelled', { isLesson }) })
          onClose()
        },
      },
    )
  })
  return (
    <Modal opened onClose={onClose} title={t('cancel.title', { isLesson })}>
      <form noValidate onSubmit={submit}>
        <Stack>
          <Text>{t('cancel.text', { isLesson })}</Text>
          {meeting.series && (
            <ScopeField
              isLesson={isLesson}
              value={form.values.scope}
              onChange={(scope) => form.setFieldValue('scope', scope)}
            />
          )}
          <Textarea
            label={t('cancel.word')}
            description={t('cancel.hint')}
            maxLength={300}
            autosize
            minRows={2}
            data-autofocus
            {...form.getInputProps('word')}
          />
          {cancel.error && (
            <Alert color="red" role="alert">
              {sentenceOf(cancel.error)}
            </Alert>
          )}
          <DialogActions
            submit={t('cancel.open', { isLesson })}
            isPending={cancel.isPending}
            isDangerous
            cancel={t('keep')}
            onClose={onClose}
          />
        </Stack>
      </form>
    </Modal>
  )
}
