import { Modal, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { DialogActions } from '#ui/dialog-actions.tsx'
import { t } from './texts.ts'

export type Action = 'confirm' | 'refuse' | 'withdraw'

type Props = {
  readonly action: Action
  /** Whom it is about. */
  readonly name: string
  /** As it was asked for, to be corrected when confirming. */
  readonly position?: string
  readonly isPending: boolean
  readonly problem: string | null
  /** With the position when confirming, else with the reason. */
  readonly onDecide: (text: string) => void
  readonly onClose: () => void
}

/** What it means for the person, and the words that go with it. */
export function ReasonDialog({ action, name, position = '', isPending, problem, onDecide, onClose }: Props) {
  const form = useForm({
    initialValues: { text: action === 'confirm' ? position : '' },
    validate: { text: (value) => (value.trim() === '' ? t('missing.text') : null) },
  })
  return (
    <Modal opened onClose={onClose} title={t(`${action}.title`)} closeButtonProps={{ 'aria-label': t('close') }}>
      <form
        noValidate
        onSubmit={form.onSubmit(
          ({ text }) => onDecide(text.trim()),
          () => form.getInputNode('text')?.focus(),
        )}
      >
        <Stack>
          <Text>{t(`${action}.text`, { name })}</Text>
          {action === 'confirm' ? (
            <TextInput label={t('confirm.position')} maxLength={80} data-autofocus {...form.getInputProps('text')} />
          ) : (
            <Textarea
              label={t(`${action}.reason`)}
              maxLength={500}
              autosize
              minRows={2}
              data-autofocus
              {...form.getInputProps('text')}
            />
          )}
          <DialogActions
            submit={t(action)}
            isPending={isPending}
            isDangerous={action !== 'confirm'}
            problem={problem}
            onClose={onClose}
          />
        </Stack>
      </form>
    </Modal>
  )
}
