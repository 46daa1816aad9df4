import { chatBinding, type ChatBinding, type ChatId } from '@kolosok/contract'
import { Group, NativeSelect, Stack } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useOrganization } from '#features/organization-frame/index.ts'
import { RecordStates } from '#ui/record-states.tsx'
import { Records } from '#ui/records.tsx'
import { SearchField } from '#ui/search-field.tsx'
import { EmptyState } from '#ui/states.tsx'
import { chatCells } from './cells.ts'
import { ExportButton } from './export-button.tsx'
import { askChats, chatsQuery } from './queries.ts'
import { t } from './texts.ts'

export function Chats() {
  const { id } = useOrganization()
  const [search, setSearch] = useState('')
  const [binding, setBinding] = useState<ChatBinding | ''>('')
  const filter = { ...(search !== '' && { search }), ...(binding !== '' && { binding }) }
  const query = useInfiniteQuery(chatsQuery(id, filter))
  const chats = query.data?.pages.flatMap(({ rows }) => rows) ?? []
  return (
    <Stack>
      <Group align="end">
        <SearchField value={search} onChange={setSearch} label={t('search')} />
        <NativeSelect
          label={t('binding')}
          value={binding}
          onChange={(event) => setBinding(event.currentTarget.value as ChatBinding | '')}
          data={[
            { value: '', label: t('binding.all') },
            ...chatBinding.options.map((value) => ({ value, label: t(`binding.${value}`) })),
          ]}
        />
        <ExportButton
          name={t('tab.chats')}
          cells={chatCells}
          ask={(after: ChatId | null) => askChats(id, { ...filter, many: '1' }, after)}
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
