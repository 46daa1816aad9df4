import type { AccountId, Chat, ChatId, GroupId } from '@kolosok/contract'
import { type ChatContext, chatPolicy, type MemberFacts } from '#chats/index.ts'
import { presentJson } from '#messages/index.ts'
import { isOffered } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import type { Db } from '#platform/db.ts'
import { getOwnRev } from './own.store.ts'
import { type ChatRow, listChats } from './store.ts'

/** The chats of an account, newest activity first, with the revision of what is its own. */
export async function getChatList(db: Db, accountId: AccountId): Promise<{ ownRev: number; chats: Chat[] }> {
  // The revision first: what changes in between comes again as a frame rather than never.
  const ownRev = await getOwnRev(db, accountId)
  return { ownRev, chats: (await listChats(db, accountId)).map(presentChat) }
}

export async function getChat({ db }: ChatContext, actor: Pick<Actor, 'accountId'>, chatId: ChatId): Promise<Chat> {
  const [row] = await listChats(db, actor.accountId, chatId)
  if (!row) throw new AppError('not-found')
  return presentChat(row)
}

function presentChat(row: ChatRow): Chat {
  const { boundTo, groupId, lastMessage, title } = row
  return {
    id: row.id,
    organizationId: row.organizationId,
    kind: row.kind,
    state: row.state,
    isArchived: row.kind === 'group' && row.state === 'read-only' && !row.isClosedWithOrganization,
    binding: bindingOf(boundTo, groupId),
    title,
    peer: row.peer,
    memberCount: row.memberCount,
    settings: { whoMayWrite: row.whoMayWrite, newcomersSee: row.newcomersSee, mayMembersCall: row.mayMembersCall },
    ownerId: row.ownerId,
    rev: row.rev,
    lastSeq: row.lastSeq,
    lastMessage: lastMessage && presentJson(lastMessage),
    lastAuthor: row.lastAuthor,
    readSeq: row.readSeq,
    unread: row.unread,
    ringing: row.ringing,
    isMuted: row.isMuted,
    scheduled: row.scheduled,
    draft: row.draft,
    othersReadSeq: row.othersReadSeq,
    abilities: abilitiesOf(row),
  }
}

function bindingOf(boundTo: MemberFacts['boundTo'], groupId: GroupId | null): Chat['binding'] {
  if (boundTo === 'group') return groupId && { kind: boundTo, groupId }
  return boundTo && { kind: boundTo }
}

type Action = Exclude<keyof typeof chatPolicy, 'enter'>

function abilitiesOf(row: ChatRow): Chat['abilities'] {
  const may = (action: Action) => chatPolicy[action](row) === 'allow'
  return {
    post: may('post'),
    react: may('takePart'),
    deleteAny: may('moderate') && may('takePart'),
    removeMember: may('removeMember'),
    startCall: may('call'),
    leave: may('leave'),
    configure: may('configure'),
    rename: may('rename'),
    addMembers: may('addMembers'),
    invite: may('invite'),
    own: isOffered(chatPolicy.close(row), row),
  }
}
