import type { BoundChat } from '@kolosok/contract'
import { Button, Skeleton, Stack, Title } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { OrganizationPage, useOrganization } from '#features/organization-frame/index.ts'
import { ErrorState } from '#ui/states.tsx'
import { BoundChatRow } from './bound-chat-row.tsx'
import classes from './bound-chats.module.css'
import { boundChatsQuery } from './queries.ts'
import { RuleDialog } from './rule-dialog.tsx'
import { t } from './texts.ts'

/** Every chat that follows the structure, and the rules by which further ones do. */
export function BoundChatsPage() {
  const { id } = useOrganization()
  const query = useQuery(boundChatsQuery(id))
  const [editing, setEditing] = useState<BoundChat | 'new' | null>(null)
  return (
    <OrganizationPage
      title={t('title')}
      lead={t('lead')}
      actions={
        query.data && (
          <Button leftSection={<IconPlus size={20} />} onClick={() => setEditing('new')}>
            {t('new')}
          </Button>
        )
      }
    >
      {query.isPending && (
        <Stack gap={12} aria-hidden="true">
          <Skeleton height={140} radius="md" />
          <Skeleton height={220} radius="md" />
        </Stack>
      )}
      {query.isError && !query.data && (
        <ErrorState
          title={t('error.title')}
          text={t('error.text')}
          retry={t('error.retry')}
          onRetry={() => void query.refetch()}
        />
      )}
      {query.data &&
        sectionsOf(query.data.chats).map(({ name, chats }) => (
          <section key={name} className={classes.section} aria-labelledby={name}>
            <Title order={2} fz="lg" id={name}>
              {t(name)}
            </Title>
            <ul className={classes.rows}>
              {chats.map((chat) => (
                <BoundChatRow key={chat.id} chat={chat} groups={query.data.groups} onEdit={() => setEditing(chat)} />
              ))}
            </ul>
          </section>
        ))}
      {query.data && editing && (
        <RuleDialog
          chat={editing === 'new' ? null : editing}
          groups={query.data.groups}
          positions={query.data.positions}
          onClose={() => setEditing(null)}
        />
      )}
    </OrganizationPage>
  )
}

/** Those that were there first come first; what is over, last. */
function sectionsOf(chats: readonly BoundChat[]) {
  const open = chats.filter(({ state }) => state === 'open')
  return [
    { name: 'rules', chats: open.filter(({ boundTo }) => boundTo !== 'group') },
    { name: 'groups', chats: open.filter(({ boundTo }) => boundTo === 'group') },
    { name: 'archive', chats: chats.filter(({ state }) => state === 'read-only') },
  ].filter((section) => section.chats.length > 0) as { name: 'rules' | 'groups' | 'archive'; chats: BoundChat[] }[]
}
