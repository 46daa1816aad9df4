import { createHash, randomBytes } from 'node:crypto'
import { meetings } from '#locales/ru/meetings.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import type { Context } from '#platform/context.ts'
import { transact } from '#platform/db.ts'
import type { FileAnswer } from '#platform/send-file.ts'
import { createTexts } from '#platform/texts.ts'
import { factsOf } from './access.ts'
import { calendarOf, eventOf } from './calendar-file.ts'
import { deleteFeed, findFeed, findFeedOwner, replaceFeed, updateRead } from './feed.store.ts'
import { meetingPolicy } from './policy.ts'
import { listMeetings, listOwnOrganizations } from './store.ts'

const t = createTexts(meetings)
const DAY = 86_400_000
const [PAST, AHEAD] = [60 * DAY, 366 * DAY]

const hashOf = (token: string) => createHash('sha256').update(token).digest()

export async function getFeed({ db }: Context, { accountId }: Actor) {
  const feed = await findFeed(db, accountId)
  return { madeAt: feed?.madeAt.toISOString() ?? null, readAt: feed?.readAt?.toISOString() ?? null }
}

/** The address is told this once: only its hash is kept. */
export async function makeFeed({ db, config, clock }: Context, { accountId }: Actor) {
  const token = randomBytes(32).toString('base64url')
  await transact(db, (tx) => replaceFeed(tx, accountId, hashOf(token), clock()))
  return { url: `${config.publicUrl}/api/calendar-feeds/${token}.ics` }
}

export async function revokeFeed({ db }: Context, { accountId }: Actor) {
  await transact(db, (tx) => deleteFeed(tx, accountId))
  return {}
}

/** What its owner is invited to or has planned, as they may see it at this moment; never all of an organization. */
export async function readFeed(context: Context, name: string): Promise<FileAnswer> {
  const { db, clock } = context
  const reader = name.endsWith('.ics') ? await findFeedOwner(db, hashOf(name.slice(0, -4))) : undefined
  if (!reader) throw new AppError('not-found')
  const now = clock()
  await updateRead(db, reader, now)
  const organizationIds = await listOwnOrganizations(db, reader)
  const window = { from: new Date(now.getTime() - PAST), until: new Date(now.getTime() + AHEAD) }
  const rows = await listMeetings(db, { reader, organizationIds, ...window, isOffice: false })
  const seen = rows.filter((row) => meetingPolicy.see(factsOf(row, { accountId: reader }, now)) === 'allow')
  return calendarOf(context, t('ics.name'), seen.map(eventOf))
}
