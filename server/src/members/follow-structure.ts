import type { AccountId, ChatId, MembershipId, OrganizationId } from '@kolosok/contract'
import {
  type ChatContext,
  deleteMembers,
  insertMembers,
  lockChats,
  type NewMember,
  raiseAudience,
  takeTurn,
} from '#chats/index.ts'
import { insertSystemMessage } from '#messages/index.ts'
import type { StructurePort } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import { publishStale } from '#platform/bus.ts'
import type { AfterCommit, Tx } from '#platform/db.ts'
import { type Asked, listDifferences, type Wanted } from './differences.store.ts'
import {
  ensureBoundChats,
  findActing,
  findFollowed,
  listDirectToChange,
  listEntered,
  lockStructure,
  settleOwner,
  updateDirect,
  updateMember,
} from './follow.store.ts'
import { ensureStandardChats } from './standard-chats.ts'
import { listToReopen, turnYear } from './turn-year.ts'
import { endLeftCommittee, listTouchedChats, listTouchedPeople } from './touched.store.ts'

/** Who is in a chat changes with the structure, in the same transaction; so does who may go on writing directly. */
export function createStructurePort(context: Pick<ChatContext, 'bus'>): StructurePort {
  return {
    async changed(tx, actor, { organizationId, groupIds, accountIds = [], isEverybody = false, year }, afterCommit) {
      await lockStructure(tx, organizationId)
      await endLeftCommittee(tx, groupIds)
      const change = { organizationId, groupIds, accountIds }
      const people = await listTouchedPeople(tx, change)
      const bound = await ensureBoundChats(tx, groupIds)
      const wholly = [...bound, ...(await ensureStandardChats(tx, organizationId))]
      const partly = [...(await listTouchedChats(tx, change, people)), ...(await listEntered(tx, organizationId))]
      const asked = { wholly, partly, accountIds: people }
      // Whose place does not change may write to the same people as before.
      const touched = isEverybody ? null : [...ids(await listDifferences(tx, asked)), ...accountIds]
      const direct = await listDirectToChange(tx, organizationId, touched)
      const reopening = year ? await listToReopen(tx, year) : []
      await lockChats(tx, [...new Set([...wholly, ...partly, ...direct, ...reopening])])

      if (year) {
        const membershipId = (await findActing(tx, organizationId, actor.accountId)) ?? null
        await turnYear(context, tx, afterCommit, { organizationId, year, speaker: { ...actor, membershipId } })
        // Fresh chats for the archived ones; the archives themselves keep whom they have.
        wholly.push(...(await ensureBoundChats(tx, groupIds)))
      }
      await followAll(context, tx, actor, { organizationId, asked }, afterCommit)
      const changed = (await updateDirect(tx, direct)).flatMap(({ accountIds: both }) => both)
      afterCommit(() => {
        publishStale(context.bus, [...new Set(changed)], 'chats')
      })
    },
  }
}

type Chats = { readonly organizationId: OrganizationId; readonly asked: Asked }

/** Brings these chats to what they should hold. The caller holds the structure's lock and theirs. */
async function followAll(
  context: Pick<ChatContext, 'bus'>,
  tx: Tx,
  actor: Pick<Actor, 'accountId'>,
  { organizationId, asked }: Chats,
  afterCommit: AfterCommit,
): Promise<void> {
  const membershipId = (await findActing(tx, organizationId, actor.accountId)) ?? null
  const differences = Map.groupBy(await listDifferences(tx, asked), ({ chatId }) => chatId)
  for (const [chatId, wanted] of differences) {
    await follow(context, tx, afterCommit, { chatId, wanted, author: { ...actor, membershipId } })
  }
}

/** One chat whose rule has changed. */
export async function followRule(
  context: Pick<ChatContext, 'bus'>,
  tx: Tx,
  actor: Pick<Actor, 'accountId'>,
  { organizationId, chatId }: { organizationId: OrganizationId; chatId: ChatId },
  afterCommit: AfterCommit,
): Promise<void> {
  await lockStructure(tx, organizationId)
  await lockChats(tx, [chatId])
  await followAll(context, tx, actor, { organizationId, asked: { wholly: [chatId] } }, afterCommit)
}

type Author = Pick<Actor, 'accountId'> & { readonly membershipId: MembershipId | null }
type Following = { readonly chatId: ChatId; readonly wanted: readonly Wanted[]; readonly author: Author }

type Said =
  | { readonly kind: 'members-joined' | 'members-left'; readonly subjectIds: readonly AccountId[] }
  | { readonly kind: 'chat-changed'; readonly text: 'closed' }

/** One chat: who comes and who goes, one line each; who only changes role, none. */
async function follow(
  { bus }: Pick<ChatContext, 'bus'>,
  tx: Tx,
  afterCommit: AfterCommit,
  { chatId, wanted, author }: Following,
): Promise<void> {
  const staying = wanted.filter((one) => one.wanted !== null)
  const joining = staying.filter((one) => !one.isMember)
  const leaving = wanted.filter((one) => one.wanted === null)
  const changing = staying.filter((one) => one.isMember)

  async function say(said: Said) {
    const turn = await takeTurn(tx, chatId, { seq: 1, audience: 1 })
    const { accountId: authorId, membershipId } = author
    await insertSystemMessage({ bus }, tx, afterCommit, { ...said, chatId, authorId, membershipId, turn })
    return turn
  }

  const { newcomersSee, isUntouched } = await findFollowed(tx, chatId)
  if (leaving.length > 0) {
    await deleteMembers(tx, chatId, ids(leaving))
    const { isClosed } = await settleOwner(tx, chatId)
    await say({ kind: 'members-left', subjectIds: ids(leaving) })
    if (isClosed) await say({ kind: 'chat-changed', text: 'closed' })
  }
  if (joining.length > 0) {
    const { seq, rev } = isUntouched
      ? { seq: 0, rev: 0 }
      : await say({ kind: 'members-joined', subjectIds: ids(joining) })
    const visibleFromSeq = newcomersSee === 'all' || isUntouched ? 1 : seq
    await insertMembers(tx, joining.map(newMember({ visibleFromSeq, joinedRev: rev, readSeq: seq })))
  }
  for (const one of changing) await updateMember(tx, { ...one, wanted: one.wanted ?? 'member' })
  if (changing.length > 0 || isUntouched) await raiseAudience(tx, [chatId])

  afterCommit(() => {
    publishStale(bus, ids(staying), 'chats')
  })
}

const ids = (all: readonly Wanted[]): AccountId[] => all.map(({ accountId }) => accountId)

function newMember(from: Pick<NewMember, 'visibleFromSeq' | 'joinedRev' | 'readSeq'>) {
  return ({ chatId, accountId, membershipId, wanted, isStaff }: Wanted): NewMember => {
    const role = wanted ?? 'member'
    return { ...from, chatId, accountId, membershipId, role, isStaff, hasEntered: false }
  }
}
