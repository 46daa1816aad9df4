import {
  INVITATION_DAYS,
  type InvitationId,
  MAX_ADDRESSES,
  type MailingId,
  type OrganizationId,
} from '@kolosok/contract'
import { Alert, Button, Modal, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import { newId } from '#lib/new-id.ts'
import { badLines, sentenceOf } from './problems.ts'
import { useSend } from './queries.ts'
import { t } from './texts.ts'

type Props = {
  readonly organizationId: OrganizationId
  /** One link to send; without it, each address gets a link for one colleague. */
  readonly invitation?: { readonly id: InvitationId; readonly whom: string; readonly known: readonly string[] }
  readonly onClose: () => void
}

const linesOf = (text: string) =>
  text
    .split(/[\n;,]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** To whoever is typed: an e-mail or a phone number a line. */
export function AddressesDialog({ organizationId, invitation, onClose }: Props) {
  const [mailingId] = useState(() => newId() as MailingId)
  const send = useSend(organizationId, mailingId)
  const most = invitation ? 10 : MAX_ADDRESSES
  const form = useForm({
    initialValues: { addresses: (invitation?.known ?? []).join('\n'), position: '' },
    validate: {
      addresses: (text) => {
        const { length } = linesOf(text)
        if (length === 0) return t('addresses.required')
        return length > most ? t('addresses.many', { most }) : null
      },
    },
  })
  const submit = ({ addresses: text, position }: typeof form.values) => {
    const addresses = linesOf(text)
    const body = invitation
      ? ({ to: 'invitation', invitationId: invitation.id, addresses } as const)
      : ({ to: 'staff', addresses, position, days: INVITATION_DAYS } as const)
    send.mutate(body, {
      onSuccess: onClose,
      onError: (error) => {
        const bad = badLines(error).map((place) => addresses[place] ?? '')
        if (bad.length === 0) return
        form.setFieldError('addresses', t('addresses.bad', { count: bad.length, lines: bad.join(', ') }))
        form.getInputNode('addresses')?.focus()
      },
    })
  }
  return (
    <Modal opened onClose={onClose} title={invitation ? invitation.whom : t('staff.title')}>
      <form noValidate onSubmit={form.onSubmit(submit, () => form.getInputNode('addresses')?.focus())}>
        <Stack>
          <Text size="sm" c="dimmed">
            {t(invitation ? 'one.text' : 'staff.text')}
          </Text>
          <Textarea
            label={t('addresses')}
            description={t('addresses.hint')}
            autosize
            minRows={invitation ? 2 : 4}
            maxRows={12}
            data-autofocus
            {...form.getInputProps('addresses')}
          />
          {!invitation && <TextInput label={t('staff.position')} maxLength={80} {...form.getInputProps('position')} />}
          {send.isError && badLines(send.error).length === 0 && (
            <Alert color="red" role="alert">
              {sentenceOf(send.error)}
            </Alert>
          )}
          <Button type="submit" loading={send.isPending}>
            {t('send')}
          </Button>
        </Stack>
      </form>
    </Modal>
  )
}
