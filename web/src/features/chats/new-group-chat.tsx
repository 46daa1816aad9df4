import { type ChatId, groupChatEndpoints, type OrganizationId, type Person } from '@kolosok/contract'
import { Modal, Stack, Text, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type SyntheticEvent, useRef, useState } from 'react'
import { call } from '#lib/api.ts'
import { newId } from '#lib/new-id.ts'
import { DialogActions } from '#ui/dialog-actions.tsx'
import { patchChat } from './chat-list-cache.ts'
import { badFieldsOf } from './group-problems.ts'
import { t } from './group-texts.ts'
import { PeoplePicker } from './people-picker.tsx'

type Props = { readonly organizationId: OrganizationId; readonly onClose: () => void }

/** A name and people; whoever makes the chat owns it. */
export function NewGroupChat({ organizationId, onClose }: Props) {
  const [title, setTitle] = useState('')
  const [chosen, setChosen] = useState<readonly Person[]>([])
  const titleRef = useRef<HTMLInputElement>(null)
  // Of the chat, not of the attempt: sent again, it stays one chat.
  const [chatId] = useState(() => newId() as ChatId)
  const client = useQueryClient()
  const navigate = useNavigate()
  const create = useMutation({
    mutationFn: () =>
      call(groupChatEndpoints.create, {
        params: { organizationId, chatId },
        body: { title, membershipIds: chosen.map(({ membershipId }) => membershipId) },
      }),
    onSuccess: (chat) => {
      patchChat(client, chat.id, () => chat)
      onClose()
      void navigate({ to: '/chats/$chatId', params: { chatId: chat.id } })
    },
    onError: (error) => {
      if (badFieldsOf(error)?.['title']) titleRef.current?.focus()
    },
  })
  const bad = create.isError ? badFieldsOf(create.error) : null
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    create.mutate()
  }
  return (
    <Modal opened onClose={onClose} title={t('new.title')}>
      <form noValidate onSubmit={submit}>
        <Stack>
          <TextInput
            ref={titleRef}
            data-autofocus
            label={t('new.name')}
            description={t('new.name.hint')}
            maxLength={100}
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
            error={bad?.['title']}
          />
          <PeoplePicker organizationId={organizationId} chosen={chosen} onChange={setChosen} />
          {create.isError && !bad?.['title'] && (
            <Text role="alert" c="var(--danger)">
              {bad?.['membershipIds'] ?? t('new.failed')}
            </Text>
          )}
          <DialogActions submit={t('new.create')} isPending={create.isPending} onClose={onClose} />
        </Stack>
      </form>
    </Modal>
  )
}
