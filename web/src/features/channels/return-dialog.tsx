import type { Proposal } from '@kolosok/contract'
import { Alert, Modal, Stack, Text, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { DialogActions } from '#ui/dialog-actions.tsx'
import { sentenceOf } from './problems.ts'
import { useReturn } from './queries.ts'
import { t } from './texts.ts'

type Props = { readonly proposal: Proposal; readonly onClose: () => void }

/** Back to whoever wrote it, with a word about what to change. */
export function ReturnDialog({ proposal: { id, rev, author }, onClose }: Props) {
  const back = useReturn()
  const form = useForm({
    initialValues: { word: '' },
    validate: { word: (word) => (word.trim() === '' ? t('missing.word') : null) },
  })
  const submit = form.onSubmit(({ word }) => {
    back.mutate(
      { params: { postId: id }, body: { rev, word } },
      {
        onSuccess: () => {
          notifications.show({ message: t('done.returned') })
          onClose()
        },
      },
    )
  })
  return (
    <Modal opened onClose={onClose} title={t('return.title')} closeButtonProps={{ 'aria-label': t('close') }}>
      <form noValidate onSubmit={submit}>
        <Stack>
          <Text>{t('return.text', { author })}</Text>
          <Textarea
            label={t('return.word')}
            maxLength={500}
            autosize
            minRows={2}
            data-autofocus
            {...form.getInputProps('word')}
          />
          {back.error && (
            <Alert color="red" role="alert">
              {sentenceOf(back.error)}
            </Alert>
          )}
          <DialogActions submit={t('return.confirm')} isPending={back.isPending} onClose={onClose} />
        </Stack>
      </form>
    </Modal>
  )
}
