import { accountId, type RegistrationState, type WebinarId } from '@kolosok/contract'
import { calendarOf } from '#meetings/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Context } from '#platform/context.ts'
import { parsePlace, sayPlace } from '#platform/place.ts'
import type { FileAnswer } from '#platform/send-file.ts'
import { accessWebinar } from './access.ts'
import { presentPlan, presentWebinar } from './present.ts'
import { spellNumber } from './certificate-number.ts'
import { listPeople } from './people.store.ts'
import { findFullName, listAhead, listPast, listPlannedAhead, listPlannedPast, PAGE, type WebinarRow } from './store.ts'

type Asked = { readonly before?: WebinarId | undefined }

const pageOf = (rows: readonly WebinarRow[]) => {
  const page = rows.slice(0, PAGE)
  return { page, next: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null }
}

export async function getWebinars({ db, clock }: Context, actor: Actor, { before }: Asked) {
  const now = clock()
  const reading = { reader: actor.accountId, now, before }
  const [ahead, past] = await Promise.all([before === undefined ? listAhead(db, reading) : [], listPast(db, reading)])
  const { page, next } = pageOf(past)
  const shown = (rows: readonly WebinarRow[]) => rows.map((row) => presentWebinar(row, actor, now))
  return { ahead: shown(ahead), past: shown(page), next }
}

export async function getWebinar({ db, clock }: Context, actor: Actor, id: WebinarId) {
  const now = clock()
  const row = await accessWebinar(db, actor, id, 'see', now)
  return { ...presentWebinar(row, actor, now), proposedName: await findFullName(db, actor.accountId) }
}

export async function getPlans({ db, clock }: Context, actor: Actor, { before }: Asked) {
  const now = clock()
  const reading = { reader: actor.accountId, now, before }
  const [ahead, past] = await Promise.all([
    before === undefined ? listPlannedAhead(db, reading) : [],
    listPlannedPast(db, reading),
  ])
  const { page, next } = pageOf(past)
  const shown = (rows: readonly WebinarRow[]) => rows.map((row) => presentPlan(row, actor, now))
  return { ahead: shown(ahead), past: shown(page), next }
}

export async function showPlan({ db, clock }: Context, actor: Actor, id: WebinarId) {
  const now = clock()
  return presentPlan(await accessWebinar(db, actor, id, 'run', now), actor, now)
}

const PEOPLE = 200

type Looking = {
  readonly webinarId: WebinarId
  readonly state?: RegistrationState | undefined
  readonly after?: string | undefined
}

export async function getPeople({ db, clock }: Context, actor: Actor, { webinarId, state, after }: Looking) {
  const now = clock()
  const { startsAt } = await accessWebinar(db, actor, webinarId, 'run', now)
  const looking = { state, after: parsePlace(accountId, after), limit: PEOPLE + 1, hasBegun: startsAt <= now }
  const rows = await listPeople(db, webinarId, looking)
  const page = rows.slice(0, PEOPLE)
  const last = rows.length > PEOPLE ? page.at(-1) : undefined
  return {
    people: page.map(({ askedAt, seconds, certificate, ...row }) => ({
      ...row,
      askedAt: askedAt.toISOString(),
      minutes: seconds === null ? null : Math.round(seconds / 60),
      certificate: spellNumber(certificate),
    })),
    next: last ? sayPlace({ at: last.askedAt, id: last.accountId }) : null,
  }
}

/** For one's own calendar program. */
export async function getCalendarFile(context: Context, actor: Actor, id: WebinarId): Promise<FileAnswer> {
  const webinar = await accessWebinar(context.db, actor, id, 'see', context.clock())
  return calendarOf(context, webinar.title, [
    {
      ...webinar,
      text: [webinar.speaker, webinar.about].filter((line) => line !== ''),
      cancelled: webinar.written === 'cancelled' ? webinar.word : null,
      path: `/webinars/${id}`,
    },
  ])
}
