import { type ChatId, type OrganizationId } from '@kolosok/contract'
import { Input, MultiSelect, Switch } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { AudienceField } from '#features/audience/index.ts'
import { chatsQuery, chatTitle, PeoplePicker } from '#features/chats/index.ts'
import { groupsQuery } from '#features/organization/index.ts'
import { t } from './texts.ts'
import type { MeetingEditing, Rights } from './use-meeting-editor.ts'

type Props = Pick<MeetingEditing, 'form'> & {
  readonly organizationId: OrganizationId
  readonly rights: Rights
  /** Invited already, whoever edits. */
  readonly chats: readonly { readonly id: ChatId; readonly title: string }[]
}

/** Whom for: groups, chats, single people, in any mixture. */
export function InviteFields({ organizationId, form, rights, chats }: Props) {
  const { hasAudience, audience, isLesson } = form.values
  const all = useQuery({ ...groupsQuery(organizationId), enabled: rights.inviteGroups === null }).data
  const choices = useChats(organizationId, chats)
  return (
    <>
      {rights.mayInvite.length > 0 && !isLesson && (
        <Switch label={t('editor.audience')} {...form.getInputProps('hasAudience', { type: 'checkbox' })} />
      )}
      {hasAudience && (
        <AudienceField
          value={audience}
          onChange={(value) => form.setFieldValue('audience', value)}
          kinds={isLesson ? ['groups'] : rights.mayInvite}
          groups={rights.inviteGroups ?? all ?? []}
          error={form.errors['audience']}
        />
      )}
      {choices.length > 0 && (
        <MultiSelect label={t('editor.chats')} data={choices} searchable {...form.getInputProps('chatIds')} />
      )}
      <PeopleField organizationId={organizationId} form={form} />
      {!hasAudience && form.errors['audience'] !== undefined && <Input.Error>{form.errors['audience']}</Input.Error>}
    </>
  )
}

/** Those one may call, and those that are invited already. */
function useChats(organizationId: OrganizationId, invited: Props['chats']) {
  const own = useQuery(chatsQuery()).data?.chats ?? []
  const choices = new Map<string, string>(invited.map(({ id, title }) => [id, title]))
  for (const chat of own) {
    const isOne = chat.kind === 'group' && chat.organizationId === organizationId && chat.abilities.startCall
    if (isOne) choices.set(chat.id, chatTitle(chat))
  }
  return [...choices].map(([value, label]) => ({ value, label }))
}

function PeopleField({ organizationId, form }: Pick<Props, 'organizationId' | 'form'>) {
  const { people } = form.values
  const [isPicking, setPicking] = useState(people.length > 0)
  return (
    <>
      <Switch
        label={t('editor.people')}
        checked={isPicking}
        onChange={({ currentTarget }) => {
          setPicking(currentTarget.checked)
          if (!currentTarget.checked) form.setFieldValue('people', [])
        }}
      />
      {isPicking && (
        <Suspense>
          <PeoplePicker
            organizationId={organizationId}
            chosen={people}
            onChange={(chosen) => form.setFieldValue('people', chosen)}
          />
        </Suspense>
      )}
    </>
  )
}
