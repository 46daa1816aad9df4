import { ActionIcon, CloseButton, Group, Skeleton, TextInput, Title, UnstyledButton } from '@mantine/core'
import type { Chat } from '@kolosok/contract'
import { IconArchive, IconEdit, IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useDeferredValue, useState } from 'react'
import { VList } from 'virtua'
import { ConsentsHead } from '#features/consents/index.ts'
import { NoticesHead } from '#features/notices/index.ts'
import { useCurrentOrganization } from '#lib/current-organization.ts'
import { useMe } from '#lib/me.ts'
import { HelpMark } from '#ui/help-mark.tsx'
import { EmptyState, ErrorState } from '#ui/states.tsx'
import classes from './chat-list.module.css'
import { ChatFilter, type ChatFilterValue, isShown } from './chat-filter.tsx'
import { ChatRow } from './chat-row.tsx'
import { chatsQuery, draftsQuery, unsentQuery } from './queries.ts'
import { SavedRow } from './saved-row.tsx'
import { t } from './texts.ts'

const NewDirectChat = lazy(async () => ({ default: (await import('./new-direct-chat.tsx')).NewDirectChat }))

/** In the place of a chat that is made when it is first opened. */
const SAVED = 'saved' as const

const savedToBe = (chats: readonly Chat[]) => (chats.some(({ kind }) => kind === 'saved') ? [] : [SAVED])

export function ChatList() {
  const { search: asked = '' }: Record<string, string | undefined> = useSearch({ strict: false })
  const [typed, setTyped] = useState(asked)
  // Whoever comes from the search over everything goes on looking for the same, also if the list is there already.
  const [isTakenOver, setTakenOver] = useState(asked)
  if (isTakenOver !== asked) {
    setTakenOver(asked)
    if (asked !== '') setTyped(asked)
  }
  const [filter, setFilter] = useState<ChatFilterValue>('all')
  const [isChoosing, setChoosing] = useState(false)
  const search = useDeferredValue(typed)
  const { isHere, organization } = useCurrentOrganization()
  const { data } = useQuery(chatsQuery())
  const shown = data?.chats.filter((chat) => isHere(chat.organizationId) && isShown(chat, filter, search)) ?? []

  return (
    <>
      <header className={classes.header}>
        <Title order={1} fz={24}>
          {t('title')}
        </Title>
        <Group gap={4}>
          <HelpMark />
          {!organization?.closing && (
            <ActionIcon size={44} variant="light" aria-label={t('new')} onClick={() => setChoosing(true)}>
              <IconEdit size={22} stroke={1.7} />
            </ActionIcon>
          )}
        </Group>
      </header>
      <div className={classes.search}>
        <TextInput
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Escape' && setTyped('')}
          placeholder={t('search')}
          aria-label={t('search')}
          variant="filled"
          leftSection={<IconSearch size={20} aria-hidden="true" />}
          rightSection={typed !== '' && <CloseButton aria-label={t('search.clear')} onClick={() => setTyped('')} />}
        />
        <ChatFilter value={filter} onChange={setFilter} />
      </div>
      {organization && (
        <div className={classes.notices}>
          <Suspense>
            <NoticesHead key={organization.id} organizationId={organization.id} />
            <ConsentsHead organizationId={organization.id} />
          </Suspense>
        </div>
      )}
      <Chats shown={shown} isFiltered={search !== '' || filter !== 'all'} />
      {isChoosing && (
        <Suspense>
          <NewDirectChat onClose={() => setChoosing(false)} />
        </Suspense>
      )}
    </>
  )
}

function Chats({ shown, isFiltered }: { shown: readonly Chat[]; isFiltered: boolean }) {
  const [isArchiveOpen, setArchiveOpen] = useState(false)
  const query = useQuery(chatsQuery())
  const { chatId } = useParams({ strict: false })

  if (query.isPending) return <ListSkeleton />
  if (query.isError && !query.data) {
    return (
      <ErrorState
        title={t('error.title')}
        text={t('error.text')}
        retry={t('error.retry')}
        onRetry={() => void query.refetch()}
      />
    )
  }
  if (shown.length === 0) {
    return isFiltered ? (
      <EmptyState title={t('not-found.title')} text={t('not-found.text')} />
    ) : (
      <EmptyState title={t('empty.title')} text={t('empty.text')} action={<SavedRow />} />
    )
  }
  const archived = shown.filter(({ isArchived }) => isArchived)
  // Whoever searches, or reads one of them, sees them without asking.
  const areShown = isArchiveOpen || isFiltered || archived.some(({ id }) => id === chatId)
  const rows: (Chat | typeof SAVED)[] = [
    ...shown.filter(({ isArchived }) => !isArchived),
    ...(isFiltered ? [] : savedToBe(query.data.chats)),
    ...(areShown ? archived : []),
  ]
  return (
    <>
      <VList className={classes.rows} data={rows} itemSize={72} aria-label={t('title')}>
        {(row) => (row === SAVED ? <SavedRow key={row} /> : <OneChat key={row.id} chat={row} />)}
      </VList>
      {archived.length > 0 && !areShown && (
        <UnstyledButton className={classes.archive} onClick={() => setArchiveOpen(true)}>
          <IconArchive size={20} aria-hidden="true" />
          {t('archive', { count: archived.length })}
        </UnstyledButton>
      )}
    </>
  )
}

function OneChat({ chat }: { chat: Chat }) {
  const { accountId } = useMe()
  const { chatId } = useParams({ strict: false })
  const draft = useQuery(draftsQuery()).data.find((one) => one.chatId === chat.id)
  const unsent = useQuery(unsentQuery()).data.findLast((one) => one.chatId === chat.id)
  return <ChatRow chat={chat} me={accountId} isOpen={chat.id === chatId} draft={draft?.text ?? ''} unsent={unsent} />
}

function ListSkeleton() {
  return (
    <div role="status" aria-label={t('loading')} className={classes.skeleton}>
      {[70, 45, 60, 52, 66, 40].map((width) => (
        <div key={width} className={classes.skeletonRow}>
          <Skeleton circle height={48} />
          <div>
            <Skeleton height={14} width={`${String(width)}%`} mb={10} />
            <Skeleton height={12} width="88%" />
          </div>
        </div>
      ))}
    </div>
  )
}
