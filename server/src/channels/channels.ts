import type { Audience, Channel, ChannelId, OrganizationId } from '@kolosok/contract'
import { recordAudit } from '#audit/index.ts'
import { countOpenGroups } from '#groups/index.ts'
import { accessOrganization, isOffered, organizationPolicy } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError, invalidFields } from '#platform/app-error.ts'
import { publishStale } from '#platform/bus.ts'
import type { Context } from '#platform/context.ts'
import { transact, type Tx } from '#platform/db.ts'
import { accessChannel } from './access.ts'
import { channelPolicy } from './policy.ts'
import { presentChannel } from './present.ts'
import {
  type ChannelRow,
  findChannel,
  insertChannel,
  listChannels,
  listConcerned,
  lockChannel,
  updateChannel,
  upsertPosition,
} from './store.ts'

export async function getChannels({ db }: Context, actor: Actor, organizationId: OrganizationId) {
  const organization = await accessOrganization(db, actor, organizationId, 'see')
  const rows = await listChannels(db, organizationId, actor.accountId)
  return {
    channels: rows.filter((row) => channelPolicy.see(row) === 'allow').map(presentChannel),
    mayManage: isOffered(organizationPolicy.manageChannels(organization), {
      isOrganizationClosed: organization.isClosed,
    }),
  }
}

type Saving = {
  readonly organizationId: OrganizationId
  readonly channelId: ChannelId
  readonly title: string
  readonly audience: Audience
  readonly isClosed: boolean
  readonly hasComments: boolean
}

/** Made where it is not there yet, else changed; the same again changes nothing. */
export async function saveChannel(context: Context, actor: Actor, wanted: Saving): Promise<Channel> {
  const { organizationId, channelId: id } = wanted
  return transact(context.db, async (tx, afterCommit) => {
    await accessOrganization(tx, actor, organizationId, 'manageChannels')
    await checkGroups(tx, wanted)
    const isNew = await insertChannel(tx, { id, ...wanted, closedAt: wanted.isClosed ? context.clock() : null })
    await lockChannel(tx, id)
    const before = isNew ? undefined : await findChannel(tx, id, actor.accountId)
    // Somebody else's id is nobody's business.
    if (before && before.organizationId !== organizationId) throw new AppError('not-found')
    const concerned = await listConcerned(tx, id)
    const action = isNew ? 'channel.created' : before && changeOf(before, wanted)
    if (action) {
      if (!isNew) await updateChannel(tx, id, { ...wanted, closedAt: wanted.isClosed ? context.clock() : null })
      await recordAudit(tx, actor, { organizationId, action, subjectKind: 'channel', subjectId: id })
      const reached = new Set([...concerned, ...(await listConcerned(tx, id))])
      afterCommit(() => {
        publishStale(context.bus, [...reached], 'channels')
      })
    }
    const channel = await findChannel(tx, id, actor.accountId)
    if (!channel) throw new AppError('not-found')
    return presentChannel(channel)
  })
}

/** Groups of this organization that are in use; a channel for nobody helps nobody. */
async function checkGroups(tx: Tx, { organizationId, audience: { groupIds } }: Saving): Promise<void> {
  if (groupIds.length === 0) return
  const there = await countOpenGroups(tx, organizationId, groupIds)
  if (there < groupIds.length) throw invalidFields({ audience: 'group-missing' })
}

function changeOf(before: ChannelRow, { title, audience, isClosed, hasComments }: Saving) {
  if (before.isClosed !== isClosed) return isClosed ? 'channel.closed' : 'channel.reopened'
  const isSame =
    before.title === title &&
    before.hasComments === hasComments &&
    before.audience === audience.kind &&
    [...before.groupIds].sort().join() === [...audience.groupIds].sort().join()
  return isSame ? undefined : 'channel.edited'
}

type Own = {
  readonly channelId: ChannelId
  readonly readSeq?: number | undefined
  readonly isMuted?: boolean | undefined
}

export async function setOwn(context: Context, actor: Actor, { channelId, ...own }: Own) {
  await accessChannel(context.db, actor, channelId, 'setOwn')
  await upsertPosition(context.db, channelId, actor.accountId, own)
  // One's other devices; and nobody else.
  publishStale(context.bus, [actor.accountId], 'channels')
  return {}
}
