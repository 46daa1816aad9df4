import type { MeetingId, OrganizationId } from '@kolosok/contract'
import { type Db, runSql, type Tx } from '#platform/db.ts'

export type LetterWords = {
  readonly organizationId: OrganizationId
  readonly organization: string
  readonly timeZone: string
  readonly title: string
  readonly isLesson: boolean
  readonly place: string
  readonly startsAt: Date
  readonly word: string
  readonly isMailed: boolean
}

export function findLetterWords(db: Db, id: MeetingId): Promise<LetterWords | undefined> {
  return db
    .selectFrom('meeting as m')
    .innerJoin('organization as o', 'o.id', 'm.organization_id')
    .where('m.id', '=', id)
    .select((eb) => [
      eb('m.programme', 'is not', null).$castTo<boolean>().as('isLesson'),
      'm.organization_id as organizationId',
      'o.name as organization',
      'o.time_zone as timeZone',
      'm.title',
      'm.place',
      'm.starts_at as startsAt',
      'm.word',
      'm.is_mailed as isMailed',
    ])
    .executeTakeFirst()
}

export type Due = { readonly id: MeetingId; readonly kind: 'day' | 'soon'; readonly startsAt: Date }

/** What is to be reminded of now, first things first. */
export function listDue(db: Db, now: Date): Promise<Due[]> {
  return runSql<Due>(
    db,
    `select id, 'soon' as kind, starts_at as "startsAt" from meeting where soon_reminder_at <= $1
     union all
     select id, 'day', starts_at from meeting where day_reminder_at <= $1
     order by 2 desc, 3, 1`,
    [now],
  )
}

/** False where another node, or an earlier try, was quicker. */
export async function takeReminder(tx: Tx, { id, kind }: Pick<Due, 'id' | 'kind'>, now: Date): Promise<boolean> {
  const column = kind === 'day' ? 'day_reminder_at' : 'soon_reminder_at'
  const rows = await runSql(
    tx,
    `update meeting set ${column} = null where id = $1 and ${column} <= $2 and cancelled_at is null returning id`,
    [id, now],
  )
  return rows.length > 0
}

/** False where the letters about this change, or a later one, are in line already. */
export async function takeTold(tx: Tx, id: MeetingId, rev: number): Promise<boolean> {
  const rows = await runSql(tx, 'update meeting set told_rev = $2 where id = $1 and told_rev < $2 returning id', [
    id,
    rev,
  ])
  return rows.length > 0
}
