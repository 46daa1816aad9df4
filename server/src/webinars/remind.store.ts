import type { WebinarId, WebinarKind } from '@kolosok/contract'
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
