import type { Confirmation, OrganizationId } from '@kolosok/contract'
import { Alert, Button, Group, Modal, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { isProblem } from '#lib/api.ts'
import { useDecide } from './queries.ts'
import { t } from './texts.ts'

export type Action = 'confirm' | 'refuse' | 'withdraw'

type Props = {
  readonly organizationId: OrganizationId
  readonly request: Confirmation
  readonly action: Action
  readonly onClose: () => void
}

/** What it means for the person, and the words that go with it. */
export function DecideDialog({ organizationId, request, action, onClose }: Props) {
  const decide = useDecide(organizationId, action)
  const form = useForm({
    initialValues: { text: action === 'confirm' ? request.position : '' },
    validate: { text: (value) => (value.trim() === '' ? t('field.required') : null) },
  })
  const failed = isProblem(decide.error, 'confirmation-decided') ? t('error.decided') : t('error.failed')
  return (
    <Modal opened onClose={onClose} title={t(`${action}.title`)} closeButtonProps={{ 'aria-label': t('close') }}>
      <form
        noValidate
        onSubmit={form.onSubmit(
          ({ text }) => decide.mutate({ id: request.id, text: text.trim() }, { onSuccess: onClose }),
          () => form.getInputNode('text')?.focus(),
        )}
      >
        <Stack>
          <Text>{t(`${action}.text`, { name: request.fullName })}</Text>
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
          {decide.isError && (
            <Alert color="red" role="alert">
              {failed}
            </Alert>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={decide.isPending} {...(action !== 'confirm' && { color: 'red' })}>
              {t(action)}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
