import type { OrganizationId } from '@kolosok/contract'
import { useQuery } from '@tanstack/react-query'
import { chatsQuery } from '#features/chats/index.ts'
import { useCurrentOrganization } from '#lib/current-organization.ts'
import { chatItems, foundItems, type Item, pageItems, saidItems } from './items.ts'
import { foundQuery, recentQuery } from './queries.ts'

const FEW = 4
const CHATS = 6

type Items = {
  readonly recent: readonly Item[]
  readonly items: readonly Item[]
  readonly isSearching: boolean
  readonly hasFailed: boolean
}

/** What there is to choose from here: found on this device at once, on the server a moment later. */
export function useItems(typed: string, asked: string): Items {
  const { chats, pages } = useKnown()
  const recent = useQuery(recentQuery()).data
  const found = useFound(asked)
  if (typed === '') {
    const shown = new Set(recent.map(({ key }) => key))
    const others = chats('', FEW + recent.length).filter(({ key }) => !shown.has(key))
    return { recent, items: [...others.slice(0, FEW), ...pages('')], isSearching: false, hasFailed: false }
  }
  return {
    recent: [],
    items: [...chats(typed, CHATS), ...found.items, ...pages(typed)],
    isSearching: found.isFetching || asked !== typed,
    hasFailed: found.isError,
  }
}

/** What needs no asking: one's chats of where one is now, pages and actions. */
function useKnown() {
  const { organization, abilities, isHere } = useCurrentOrganization()
  const list = useQuery(chatsQuery()).data?.chats ?? []
  const here = list.filter((chat) => isHere(chat.organizationId))
  const place = organization && abilities?.seeOrganizationPages ? { code: organization.code, abilities } : undefined
  return {
    chats: (typed: string, most: number) => chatItems(here, typed, most),
    pages: (typed: string) => pageItems(place, typed),
  }
}

const NOWHERE = '' as OrganizationId

function useFound(asked: string) {
  const { organization } = useCurrentOrganization()
  const enabled = organization !== undefined && asked !== ''
  const { data, isFetching, isError } = useQuery({ ...foundQuery(organization?.id ?? NOWHERE, asked), enabled })
  const items = enabled && data ? [...foundItems(organization.code, asked, data), ...saidItems(asked, data)] : []
  return { items, isFetching, isError }
}
