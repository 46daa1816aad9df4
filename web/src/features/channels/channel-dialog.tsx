import type { Channel, ChannelId, OrganizationId } from '@kolosok/contract'
import { Modal, Stack, Switch, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { AudienceField } from '#features/audience/index.ts'
import { groupsQuery } from '#features/organization/index.ts'
import { newId } from '#lib/new-id.ts'
import { DialogActions } from '#ui/dialog-actions.tsx'
import { badFieldsOf, sentenceOf } from './problems.ts'
import { useSaveChannel } from './queries.ts'
import { t } from './texts.ts'

type Props = { readonly organizationId: OrganizationId; readonly channel?: Channel; readonly onClose: () => void }

const settingsOf = (
  channel: Channel | undefined,
): Pick<Channel, 'title' | 'audience' | 'isClosed' | 'hasComments'> => ({
  title: channel?.title ?? '',
  audience: channel?.audience ?? { kind: 'all', groupIds: [] },
  isClosed: channel?.isClosed ?? false,
  hasComments: channel?.hasComments ?? false,
})

/** What a channel is called and whom it is for; who reads it follows by itself. */
export function ChannelDialog({ organizationId, channel, onClose }: Props) {
  const [channelId] = useState(() => channel?.id ?? (newId() as ChannelId))
  const groups = useQuery(groupsQuery(organizationId)).data ?? []
  const save = useSaveChannel()
  const navigate = useNavigate()
  const form = useForm({
    initialValues: settingsOf(channel),
    validate: {
      title: (title) => (title.trim() === '' ? t('missing.title') : null),
      audience: ({ kind, groupIds }) => (kind === 'groups' && groupIds.length === 0 ? t('missing.groups') : null),
    },
  })
  const submit = form.onSubmit((body) => {
    save.mutate(
      { params: { organizationId, channelId }, body },
      {
        onSuccess: () => {
          onClose()
          if (!channel) void navigate({ to: '/channels/$channelId', params: { channelId } })
        },
        onError: (error) => form.setErrors(badFieldsOf(error) ?? {}),
      },
    )
  })
  const problem = save.error && badFieldsOf(save.error) === null ? sentenceOf(save.error) : null
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(channel ? 'settings' : 'settings.new')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form noValidate onSubmit={submit}>
        <Stack>
          <TextInput
            label={t('settings.title')}
            description={t('settings.title.hint')}
            maxLength={80}
            data-autofocus
            {...form.getInputProps('title')}
          />
          <AudienceField
            value={form.values.audience}
            onChange={(audience) => form.setFieldValue('audience', audience)}
            groups={groups}
            error={form.errors['audience']}
          />
          <Switch
            label={t('settings.comments')}
            description={t('settings.comments.hint')}
            {...form.getInputProps('hasComments', { type: 'checkbox' })}
          />
          {channel && (
            <Switch
              label={t('settings.closed')}
              description={t('settings.closed.hint')}
              {...form.getInputProps('isClosed', { type: 'checkbox' })}
            />
          )}
          <DialogActions
            submit={t(channel ? 'settings.save' : 'settings.create')}
            isPending={save.isPending}
            problem={problem}
            onClose={onClose}
          />
        </Stack>
      </form>
    </Modal>
  )
}
