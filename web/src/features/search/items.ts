import type { Chat, Found, MembershipId, OrganizationAbilities } from '@kolosok/contract'
import { nameKey } from '@kolosok/contract'
import { type Icon, IconBooks, IconChecklist, IconList, IconSchool, IconSpeakerphone } from '@tabler/icons-react'
import type { LinkProps } from '@tanstack/react-router'
import { chatTitle } from '#features/chats/index.ts'
import { sectionsFor } from '#features/organization-frame/index.ts'
import { formatFullDay } from '#lib/dates.ts'
import { actions, ownPages } from './pages.ts'
import { t } from './texts.ts'

type Kind = 'chat' | 'person' | 'child' | 'group' | 'notice' | 'post' | 'material' | 'webinar' | 'page'

/** One line of what was found, and where it leads. */
export type Item = {
  /** Unlike any other of the list. */
  readonly key: string
  readonly kind: Kind
  readonly title: string
  readonly also: string
  /** By which name their face is known, where the title is another. */
  readonly face?: string
  /** Instead of a face. */
  readonly icon?: Icon
  /** Leads to the whole list of its kind. */
  readonly isMore?: boolean
  readonly opens: Pick<LinkProps, 'to' | 'params' | 'search'> | { readonly chatWith: MembershipId }
}

type Place = { readonly code: string; readonly abilities: OrganizationAbilities }

/** Whether each word that was typed is part of it. */
const isCalled = (text: string, typed: string) => {
  const key = nameKey(text)
  return nameKey(typed)
    .split(' ')
    .every((word) => key.includes(word))
}

export function chatItems(chats: readonly Chat[], typed: string, most: number): Item[] {
  const found = chats.filter((chat) => isCalled(`${chatTitle(chat)} ${chat.peer?.label ?? ''}`, typed))
  return [
    ...found.slice(0, most).map((chat): Item => ({
      key: `chat ${chat.id}`,
      kind: 'chat',
      title: chatTitle(chat),
      also: chat.peer?.label ?? '',
      opens: { to: '/chats/$chatId', params: { chatId: chat.id } },
    })),
    ...(typed !== '' && found.length > most
      ? [moreItem('chat', { to: '/chats', search: { search: typed } }, typed)]
      : []),
  ]
}

export function pageItems(place: Place | undefined, typed: string): Item[] {
  const sections = place
    ? sectionsFor(place.abilities).map(({ to, icon, title }) => ({ to, icon, title, also: '' }))
    : []
  const acts = place ? actions.filter(({ ability }) => place.abilities[ability]) : []
  const code = place?.code ?? ''
  const others = ownPages.filter(({ to }) => !sections.some((section) => section.to === to))
  return [...acts, ...sections, ...others]
    .filter(({ title, also }) => isCalled(`${title} ${also}`, typed))
    .map(({ to, icon, title, also }) => ({
      key: `page ${to} ${title}`,
      kind: 'page',
      title,
      also,
      icon,
      opens: { to, params: { code } },
    }))
}

export function foundItems(code: string, typed: string, { people, children, groups, more }: Found): Item[] {
  return [
    ...people.map(({ person, fullName, opens }): Item => ({
      key: `person ${person.membershipId}`,
      kind: 'person',
      title: fullName,
      face: person.name,
      also: person.label,
      opens:
        opens === 'page'
          ? { to: '/o/$code/people/$membershipId', params: { code, membershipId: person.membershipId } }
          : { chatWith: person.membershipId },
    })),
    ...(more.people
      ? [moreItem('person', { to: '/o/$code/people', params: { code }, search: { search: typed } }, typed)]
      : []),
    ...children.map(({ id, name, groups: where }): Item => ({
      key: `child ${id}`,
      kind: 'child',
      title: name,
      also: where.map((group) => group.name).join(', '),
      opens: { to: '/o/$code/children', params: { code }, search: { search: name } },
    })),
    ...(more.children
      ? [moreItem('child', { to: '/o/$code/children', params: { code }, search: { search: typed } }, typed)]
      : []),
    ...groups.map(({ id, name, kind }): Item => ({
      key: `group ${id}`,
      kind: 'group',
      title: name,
      also: '',
      opens:
        kind === 'staff'
          ? { to: '/o/$code/people', params: { code }, search: { role: 'teacher' } }
          : { to: '/o/$code/groups/$groupId', params: { code, groupId: id } },
    })),
    ...(more.groups ? [moreItem('group', { to: '/o/$code/groups', params: { code } }, typed)] : []),
  ]
}

/** Where all of them are, still looking for the same where that can be looked for. */
const moreItem = (kind: 'chat' | 'person' | 'child' | 'group', opens: Item['opens'], typed: string): Item => ({
  key: `more ${kind}`,
  kind,
  title: t(`more.${kind}`, { typed }),
  also: '',
  icon: IconList,
  isMore: true,
  opens,
})

/** What is written down for many; a post is shown in its channel, found by the same words. */
export function saidItems(typed: string, { posts, notices, materials, webinars }: Found): Item[] {
  return [
    ...notices.map(({ id, title }): Item => ({
      key: `notice ${id}`,
      kind: 'notice',
      title,
      also: '',
      icon: IconChecklist,
      opens: { to: '/notices/$noticeId', params: { noticeId: id } },
    })),
    ...posts.map(({ id, channelId, channelTitle, text }): Item => ({
      key: `post ${id}`,
      kind: 'post',
      title: text.split('\n')[0] ?? '',
      also: channelTitle,
      icon: IconSpeakerphone,
      opens: { to: '/channels/$channelId', params: { channelId }, search: { q: typed } },
    })),
    ...materials.map(({ id, folderId, title, folderTitle }): Item => ({
      key: `material ${id}`,
      kind: 'material',
      title,
      also: folderTitle,
      icon: IconBooks,
      opens: { to: '/materials/$folderId', params: { folderId } },
    })),
    ...webinars.map(({ id, title, startsAt }): Item => ({
      key: `webinar ${id}`,
      kind: 'webinar',
      title,
      also: formatFullDay(startsAt),
      icon: IconSchool,
      opens: { to: '/webinars/$webinarId', params: { webinarId: id } },
    })),
  ]
}
