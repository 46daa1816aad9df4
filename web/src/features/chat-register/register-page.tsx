import { chatBinding, type ChatBinding } from '@kolosok/contract'
import { Group, NativeSelect, Stack, Tabs, TextInput } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { OrganizationPage, useOrganization } from '#features/organization-frame/index.ts'
import { RecordStates } from '#ui/record-states.tsx'
import { Records } from '#ui/records.tsx'
import { SearchField } from '#ui/search-field.tsx'
import { EmptyState } from '#ui/states.tsx'
import { callCells, chatCells } from './cells.ts'
import { ExportButton } from './export-button.tsx'
import { askCalls, askChats, type CallFilter, callsQuery, chatsQuery } from './queries.ts'
import { t } from './texts.ts'

/** Which chats there are, and which calls have taken place. */
export function RegisterPage() {
  return (
    <OrganizationPage title={t('title')} lead={t('lead')}>
      <Tabs defaultValue="chats" keepMounted={false}>
        <Tabs.List aria-label={t('title')}>
          <Tabs.Tab value="chats">{t('tab.chats')}</Tabs.Tab>
          <Tabs.Tab value="calls">{t('tab.calls')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="chats" pt="md">
          <Chats />
        </Tabs.Panel>
        <Tabs.Panel value="calls" pt="md">
          <Calls />
        </Tabs.Panel>
      </Tabs>
    </OrganizationPage>
  )
}

function Chats() {
  const { id } = useOrganization()
  const [search, setSearch] = useState('')
  const [binding, setBinding] = useState<ChatBinding | ''>('')
  const filter = { ...(search !== '' && { search }), ...(binding !== '' && { binding }) }
  const query = useInfiniteQuery(chatsQuery(id, filter))
  const chats = query.data?.pages.flatMap((page) => page.chats) ?? []
  return (
    <Stack>
      <Group align="end">
        <SearchField value={search} onChange={setSearch} label={t('search')} />
        <NativeSelect
          aria-label={t('binding')}
          value={binding}
          onChange={(event) => setBinding(event.currentTarget.value as ChatBinding | '')}
          data={[
            { value: '', label: t('binding.all') },
            ...chatBinding.options.map((value) => ({ value, label: t(`binding.${value}`) })),
          ]}
        />
        <ExportButton
          cells={chatCells}
          ask={async (after: Parameters<typeof askChats>[2]) => {
            const page = await askChats(id, { ...filter, many: '1' }, after)
            return { rows: page.chats, next: page.next }
          }}
        />
      </Group>
      <RecordStates query={query} count={chats.length} empty={<EmptyState title={t('empty.chats')} />}>
        <Records
          label={t('tab.chats')}
          rows={chats}
          columns={chatCells.map(({ key, title, cell }) => ({ key, title, cell }))}
          idOf={({ id: chatId }) => chatId}
          nameOf={({ title }) => title}
        />
      </RecordStates>
    </Stack>
  )
}

function Calls() {
  const { id } = useOrganization()
  const [filter, setFilter] = useState<CallFilter>({})
  const query = useInfiniteQuery(callsQuery(id, filter))
  const calls = query.data?.pages.flatMap((page) => page.calls) ?? []
  const dayField = (name: 'from' | 'until') => (
    <TextInput
      type="date"
      label={t(name)}
      value={filter[name] ?? ''}
      onChange={(event) => {
        const { [name]: _, ...rest } = filter
        const day = event.currentTarget.value
        setFilter(day === '' ? rest : { ...rest, [name]: day })
      }}
    />
  )
  return (
    <Stack>
      <Group align="end">
        {dayField('from')}
        {dayField('until')}
        <ExportButton
          cells={callCells}
          ask={async (before: Parameters<typeof askCalls>[2]) => {
            const page = await askCalls(id, { ...filter, many: '1' }, before)
            return { rows: page.calls, next: page.next }
          }}
        />
      </Group>
      <RecordStates
        query={query}
        count={calls.length}
        empty={<EmptyState title={t('empty.calls')} text={t('empty.calls.text')} />}
      >
        <Records
          label={t('tab.calls')}
          rows={calls}
          columns={callCells.map(({ key, title, cell }) => ({ key, title, cell }))}
          idOf={({ id: callId }) => callId}
          nameOf={({ chatTitle }) => chatTitle}
        />
      </RecordStates>
    </Stack>
  )
}
