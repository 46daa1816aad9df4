import { type Invitation, INVITATION_DAYS, type InvitationId, MAX_USES, type OrganizationId } from '@kolosok/contract'
import { Alert, Button, Modal, NumberInput, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import { newId } from '#lib/new-id.ts'
import { useInviteStaff } from './queries.ts'
import { t } from './texts.ts'

type Props = {
  readonly organizationId: OrganizationId
  readonly onClose: () => void
  readonly onCreated: (invitation: Invitation) => void
}

const within = (min: number, max: number) => (value: number | string) =>
  typeof value === 'number' && value >= min && value <= max ? null : t('field.number', { min, max })

export function StaffDialog({ organizationId, onClose, onCreated }: Props) {
  const [invitationId] = useState(() => newId() as InvitationId)
  const invite = useInviteStaff(organizationId, invitationId)
  const form = useForm({
    initialValues: { position: '', useLimit: 30, days: INVITATION_DAYS },
    validate: { useLimit: within(1, MAX_USES), days: within(1, 90) },
  })
  return (
    <Modal opened onClose={onClose} title={t('staff.title')} closeButtonProps={{ 'aria-label': t('close') }}>
      <form
        noValidate
        onSubmit={form.onSubmit(
          (values) => invite.mutate(values, { onSuccess: onCreated }),
          (errors) => form.getInputNode(Object.keys(errors)[0] ?? '')?.focus(),
        )}
      >
        <Stack>
          <Text size="sm" c="dimmed">
            {t('staff.text')}
          </Text>
          <TextInput
            label={t('staff.position')}
            description={t('staff.position.hint')}
            maxLength={80}
            {...form.getInputProps('position')}
          />
          <NumberInput
            size="md"
            label={t('staff.limit')}
            min={1}
            clampBehavior="none"
            {...form.getInputProps('useLimit')}
          />
          <NumberInput size="md" label={t('staff.days')} min={1} clampBehavior="none" {...form.getInputProps('days')} />
          {invite.isError && (
            <Alert color="red" role="alert">
              {t('error.failed')}
            </Alert>
          )}
          <Button type="submit" loading={invite.isPending}>
            {t('staff.create')}
          </Button>
        </Stack>
      </form>
    </Modal>
  )
}
