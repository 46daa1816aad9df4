import { type Chat, type ChatSettings, groupChatEndpoints } from '@kolosok/contract'
import { Modal, Radio, Stack, Switch, Text, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type SyntheticEvent, useState } from 'react'
import { call } from '#lib/api.ts'
import { DialogActions } from '#ui/dialog-actions.tsx'
import { patchChat } from './chat-list-cache.ts'
import { badFieldsOf } from './group-problems.ts'
import { t } from './group-texts.ts'

const writers = ['all', 'staff', 'nobody'] as const satisfies ChatSettings['whoMayWrite'][]
const pasts = ['from-joining', 'all'] as const satisfies ChatSettings['newcomersSee'][]

/** The rules of a chat; each change is told in it. */
export function ChatSettingsDialog({ chat, onClose }: { chat: Chat; onClose: () => void }) {
  const [settings, setSettings] = useState<ChatSettings>(chat.settings)
  const [title, setTitle] = useState(chat.title)
  const client = useQueryClient()
  const save = useMutation({
    mutationFn: () =>
      call(groupChatEndpoints.settings, {
        params: { chatId: chat.id },
        body: { ...settings, ...(chat.abilities.rename && { title }) },
      }),
    onSuccess: (changed) => {
      patchChat(client, chat.id, () => changed)
      onClose()
    },
  })
  const bad = save.isError ? badFieldsOf(save.error) : null
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    save.mutate()
  }
  const change = (part: Partial<ChatSettings>) => setSettings((before) => ({ ...before, ...part }))
  return (
    <Modal opened onClose={onClose} title={t('settings')}>
      <form noValidate onSubmit={submit}>
        <Stack gap="lg">
          {chat.abilities.rename && (
            <TextInput
              label={t('new.name')}
              maxLength={100}
              value={title}
              onChange={(event) => setTitle(event.currentTarget.value)}
              error={bad?.['title']}
            />
          )}
          <Choice
            label={t('settings.writing')}
            value={settings.whoMayWrite}
            onChange={(whoMayWrite) => change({ whoMayWrite })}
            choices={writers.map((value) => ({ value, label: t(`settings.writing.${value}`) }))}
          />
          <Choice
            label={t('settings.history')}
            value={settings.newcomersSee}
            onChange={(newcomersSee) => change({ newcomersSee })}
            choices={pasts.map((value) => ({ value, label: t(`settings.history.${value}`) }))}
          />
          <Switch
            size="md"
            label={t('settings.calls')}
            checked={settings.mayMembersCall}
            onChange={(event) => change({ mayMembersCall: event.currentTarget.checked })}
          />
          <Text size="sm" c="dimmed">
            {t('settings.told')}
          </Text>
          {save.isError && !bad && (
            <Text role="alert" c="var(--danger)">
              {t('settings.failed')}
            </Text>
          )}
          <DialogActions submit={t('save')} isPending={save.isPending} onClose={onClose} />
        </Stack>
      </form>
    </Modal>
  )
}

type ChoiceProps<V extends string> = {
  readonly label: string
  readonly value: V
  readonly onChange: (value: V) => void
  readonly choices: readonly { readonly value: V; readonly label: string }[]
}

function Choice<V extends string>({ label, value, onChange, choices }: ChoiceProps<V>) {
  return (
    <Radio.Group
      label={label}
      value={value}
      onChange={(given) => onChange(choices.find((choice) => choice.value === given)?.value ?? value)}
    >
      <Stack gap={4} mt={6}>
        {choices.map((choice) => (
          <Radio key={choice.value} value={choice.value} label={choice.label} size="md" py={6} />
        ))}
      </Stack>
    </Radio.Group>
  )
}
