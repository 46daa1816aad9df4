import type { Notice } from '@kolosok/contract'
import { Alert, Modal, Stack, Text, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { DialogActions } from '#ui/dialog-actions.tsx'
import { sentenceOf } from './problems.ts'
import { useWithdraw } from './queries.ts'
import { t } from './texts.ts'

type Props = { readonly notice: Notice; readonly onClose: () => void }

/** Nobody has to answer any more, and everybody is told why. */
export function WithdrawDialog({ notice, onClose }: Props) {
  const withdraw = useWithdraw()
  const form = useForm({
    initialValues: { word: '' },
    validate: { word: (word) => (word.trim() === '' ? t('missing.word') : null) },
  })
  const submit = form.onSubmit((body) => {
    withdraw.mutate(
      { params: { noticeId: notice.id }, body },
      {
        onSuccess: () => {
          notifications.show({ message: t('done.withdrawn') })
          onClose()
        },
      },
    )
  })
  return (
    <Modal opened onClose={onClose} title={t('withdraw.title')}>
      <form noValidate onSubmit={submit}>
        <Stack>
          <Text>{t('withdraw.text')}</Text>
          <Textarea
            label={t('withdraw.word')}
            description={t('withdraw.hint')}
            maxLength={300}
            autosize
            minRows={2}
            data-autofocus
            {...form.getInputProps('word')}
          />
          {withdraw.error && (
            <Alert color="red" role="alert">
              {sentenceOf(withdraw.error)}
            </Alert>
          )}
          <DialogActions submit={t('withdraw')} isPending={withdraw.isPending} isDangerous onClose={onClose} />
        </Stack>
      </form>
    </Modal>
  )
}
