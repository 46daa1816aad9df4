import type { AccountId, WebinarId, WebinarKind } from '@kolosok/contract'
import { type Db, runSql, type Tx } from '#platform/db.ts'

export type LetterWords = {
  readonly title: string
  readonly kind: WebinarKind
  readonly place: string
  readonly timeZone: string
  readonly startsAt: Date
  readonly endsAt: Date
  readonly state: 'draft' | 'published' | 'cancelled'
  readonly word: string
}

export function findLetterWords(db: Db, id: WebinarId): Promise<LetterWords | undefined> {
  return db
    .selectFrom('webinar')
    .where('id', '=', id)
    .select([
      'title',
      'kind',
      'place',
      'time_zone as timeZone',
      'starts_at as startsAt',
      'ends_at as endsAt',
      'state',
      'word',
    ])
    .executeTakeFirst()
}

export type Due = { readonly id: WebinarId; readonly kind: 'day' | 'hour'; readonly startsAt: Date }

/** What is to be reminded of now, first things first. */
export function listDue(db: Db, now: Date): Promise<Due[]> {
  return runSql<Due>(
    db,
    `select id, 'hour' as kind, starts_at as "startsAt" from webinar where hour_reminder_at <= $1
     union all
     select id, 'day', starts_at from webinar where day_reminder_at <= $1
     order by 2 desc, 3, 1`,
    [now],
  )
}

type Near = Pick<LetterWords, 'title' | 'place' | 'timeZone' | 'startsAt'> & { readonly id: WebinarId }

/** At a place, where this person has a seat: by their registrations, of which there are few. */
export function listNear(db: Db, accountId: AccountId, { from, until }: { from: Date; until: Date }): Promise<Near[]> {
  return runSql<Near>(
    db,
    `select w.id, w.title, w.place, w.time_zone as "timeZone", w.starts_at as "startsAt"
     from webinar_attendee r join webinar w on w.id = r.webinar_id
     where r.account_id = $1 and r.state = 'registered' and w.kind = 'in-person' and w.state = 'published'
       and w.starts_at > $2 and w.starts_at <= $3
     order by w.starts_at, w.id`,
    [accountId, from, until],
  )
}

/** False where another node, or an earlier try, was quicker. */
export async function takeReminder(tx: Tx, { id, kind }: Pick<Due, 'id' | 'kind'>, now: Date): Promise<boolean> {
  const column = kind === 'day' ? 'day_reminder_at' : 'hour_reminder_at'
  const rows = await runSql(
    tx,
    `update webinar set ${column} = null where id = $1 and ${column} <= $2 and state = 'published' returning id`,
    [id, now],
  )
  return rows.length > 0
}

/** False where the letters about this change, or a later one, are in line already. */
export async function takeTold(tx: Tx, id: WebinarId, rev: number): Promise<boolean> {
  const rows = await runSql(tx, 'update webinar set told_rev = $2 where id = $1 and told_rev < $2 returning id', [
    id,
    rev,
  ])
  return rows.length > 0
}
