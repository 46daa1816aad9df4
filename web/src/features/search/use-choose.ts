import type { OrganizationId } from '@kolosok/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useOpenDirectChat } from '#features/chats/index.ts'
import { useCurrentOrganization } from '#lib/current-organization.ts'
import type { Item } from './items.ts'
import { recentQuery } from './queries.ts'
import { t } from './texts.ts'

const KEPT = 5
const NOWHERE = '' as OrganizationId

/** Goes where a line leads, and remembers it. */
export function useChoose(onClose: () => void) {
  const client = useQueryClient()
  const navigate = useNavigate()
  const { organization } = useCurrentOrganization()
  const open = useOpenDirectChat(organization?.id ?? NOWHERE)

  const choose = (item: Item) => {
    if (item.kind !== 'page' && !item.isMore) {
      client.setQueryData(recentQuery().queryKey, (before = []) =>
        [item, ...before.filter(({ key }) => key !== item.key)].slice(0, KEPT),
      )
    }
    if (!('chatWith' in item.opens)) {
      onClose()
      void navigate(item.opens as Parameters<typeof navigate>[0])
      return
    }
    open.mutate(item.opens.chatWith, {
      onSuccess: ({ id }) => {
        onClose()
        void navigate({ to: '/chats/$chatId', params: { chatId: id } })
      },
    })
  }
  return { choose, problem: open.isError ? t('cannot-write') : null }
}
