import type {
  AccountId,
  BroadcastId,
  BroadcastState,
  RegistrationState,
  WebinarId,
  WebinarKind,
  WebinarRole,
} from '@kolosok/contract'
import { type Db, runSql, type Tx } from '#platform/db.ts'
import { lockName } from '#platform/lock-name.ts'

export type WebinarRow = {
  readonly id: WebinarId
  readonly title: string
  readonly about: string
  readonly speaker: string
  readonly kind: WebinarKind
  readonly place: string
  readonly startsAt: Date
  readonly endsAt: Date
  readonly timeZone: string
  readonly roles: WebinarRole[]
  readonly seats: number | null
  readonly written: 'draft' | 'published' | 'cancelled'
  readonly givesCertificate: boolean
  readonly word: string
  readonly rev: number
  readonly broadcastId: BroadcastId | null
  readonly broadcastState: BroadcastState | null
  readonly taken: number
  readonly inLine: number
  /** Of whoever reads. */
  readonly isForThem: boolean
  readonly ownState: RegistrationState | null
  readonly ownName: string | null
  readonly ahead: number
  readonly certificate: string | null
}

/** As $1 meets it. */
const WEBINARS = `
  select w.id, w.title, w.about, w.speaker, w.kind, w.place, w.starts_at as "startsAt", w.ends_at as "endsAt",
    w.time_zone as "timeZone", w.roles, w.seats, w.gives_certificate as "givesCertificate", w.state as written, w.word, w.rev,
    b.id as "broadcastId", b.state as "broadcastState", held.taken, held."inLine",
    reader."isForThem", own.state as "ownState", own.name as "ownName",
    (select c.number from certificate c
      where c.webinar_id = w.id and c.account_id = $1 and c.revoked_at is null) as certificate,
    (select count(*)::int from webinar_attendee o
      where own.state = 'waiting' and o.webinar_id = w.id and o.state = 'waiting'
        and (o.asked_at, o.account_id) < (own.asked_at, own.account_id)) as ahead
  from webinar w
  left join broadcast b on b.webinar_id = w.id
  left join webinar_registration own on own.webinar_id = w.id and own.account_id = $1
  cross join lateral (
    select exists (select from webinar_audience a where a.webinar_id = w.id and a.account_id = $1)
      as "isForThem") reader
  cross join lateral (
    select count(*) filter (where o.state = 'registered')::int as taken,
      count(*) filter (where o.state = 'waiting')::int as "inLine"
    from webinar_attendee o where o.webinar_id = w.id) held`

export async function findWebinar(db: Db, id: WebinarId, reader: AccountId): Promise<WebinarRow | undefined> {
  const [row] = await runSql<WebinarRow>(db, `${WEBINARS} where w.id = $2`, [reader, id])
  return row
}

export const PAGE = 20
/** More than anybody announces; what is over goes by pages. */
const MOST_AHEAD = 200

type Reading = { readonly reader: AccountId; readonly now: Date; readonly before?: WebinarId | undefined }

/** As the state of one is told: a broadcast says itself when it is over. */
const IS_PAST = `(coalesce(b.state = 'ended', false) or w.ends_at <= $2 and b.state is distinct from 'live')`
const SEEN = `w.state <> 'draft' and (reader."isForThem" or own.state is not null and w.state = 'published' and ${IS_PAST})`
const BEFORE = `($3::uuid is null or (w.starts_at, w.id) < (select starts_at, id from webinar where id = $3))`

/** What comes for the reader, the next one first. */
export function listAhead(db: Db, { reader, now }: Reading): Promise<WebinarRow[]> {
  return runSql<WebinarRow>(
    db,
    `${WEBINARS} where ${SEEN} and not ${IS_PAST} order by w.starts_at, w.id limit ${String(MOST_AHEAD)}`,
    [reader, now],
  )
}

/** What is over, newest first; one more than a page. */
export function listPast(db: Db, { reader, now, before }: Reading): Promise<WebinarRow[]> {
  return runSql<WebinarRow>(
    db,
    `${WEBINARS} where ${SEEN} and ${IS_PAST} and ${BEFORE}
     order by w.starts_at desc, w.id desc limit ${String(PAGE + 1)}`,
    [reader, now, before ?? null],
  )
}

/** All that are not over, drafts too, for operators: a forgotten draft is not over while nobody deletes it. */
export function listPlannedAhead(db: Db, { reader, now }: Reading): Promise<WebinarRow[]> {
  return runSql<WebinarRow>(
    db,
    `${WEBINARS} where w.state = 'draft' or w.state = 'published' and not ${IS_PAST}
     order by w.starts_at, w.id limit ${String(MOST_AHEAD)}`,
    [reader, now],
  )
}

export function listPlannedPast(db: Db, { reader, now, before }: Reading): Promise<WebinarRow[]> {
  return runSql<WebinarRow>(
    db,
    `${WEBINARS} where (w.state = 'cancelled' or w.state = 'published' and ${IS_PAST}) and ${BEFORE}
     order by w.starts_at desc, w.id desc limit ${String(PAGE + 1)}`,
    [reader, now, before ?? null],
  )
}

/** Whoever writes to it waits for whoever does so already, also where it is not there yet. */
export async function lockWebinar(tx: Tx, id: WebinarId): Promise<void> {
  await lockName(tx, `webinar:${id}`)
  await runSql(tx, 'select id from webinar where id = $1 for update', [id])
}

/** As documents have it, family name first. */
export async function findFullName(db: Db, accountId: AccountId): Promise<string> {
  const [row] = await runSql<{ name: string }>(
    db,
    `select concat_ws(' ', nullif(family_name, ''), nullif(given_name, ''), nullif(patronymic, '')) as name
     from account where id = $1`,
    [accountId],
  )
  return row?.name ?? ''
}
