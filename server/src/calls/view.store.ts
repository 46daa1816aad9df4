import {
  type AccountId,
  type Call,
  type CallId,
  type ChatId,
  type QuietHours,
  WAITING_BEAT_MS,
} from '@kolosok/contract'
import { type Db, runSql } from '#platform/db.ts'
import { PASSAGE } from './door.store.ts'

/** A call with what its presentation to one reader follows from. */
export type CallView = {
  readonly id: CallId
  readonly chatId: ChatId
  readonly chatKind: 'direct' | 'group'
  readonly chatState: 'open' | 'read-only'
  readonly title: string
  readonly startedAt: Date
  readonly answeredAt: Date | null
  readonly endedAt: Date | null
  readonly outcome: Call['outcome']
  readonly startedBy: AccountId
  readonly starterName: string
  readonly starterLabel: string
  readonly present: number
  readonly participants: number
  readonly isModerator: boolean
  readonly isStaff: boolean
  readonly isShown: boolean
  readonly isRecorded: boolean
  readonly isMuted: boolean
  readonly hasAnswered: boolean
  readonly isRemoved: boolean
  readonly passage: 'none' | 'let-in' | 'turned-away'
  readonly hasWaitingRoom: boolean
  /** Zero to whoever lets nobody in. */
  readonly waiting: number
  readonly quietHours: QuietHours | null
  readonly timeZone: string
}

/** Whoever waits has said so lately. */
export const heardSince = (now: Date): Date => new Date(now.getTime() - 3 * WAITING_BEAT_MS)

// One row per call and reader: `me` is also the filter, since nobody sees a call of a chat they are not in.
const viewOf = (where: string) => `
  select c.id, c.chat_id as "chatId", chat.kind as "chatKind", chat.state as "chatState",
    case when chat.kind = 'direct' then coalesce((
        select p.name from chat_member o join person p on p.membership_id = o.membership_id
        where o.chat_id = chat.id and o.account_id <> me.account_id limit 1), '')
      else coalesce(g.name, chat.title) end as title,
    c.started_at as "startedAt", c.answered_at as "answeredAt", c.ended_at as "endedAt", c.outcome,
    c.started_by as "startedBy",
    coalesce(s.name, concat_ws(' ', nullif(a.given_name, ''), nullif(a.family_name, ''))) as "starterName",
    coalesce(s.label, '') as "starterLabel",
    v.present, v.participants, me.role = 'moderator' as "isModerator", me.is_staff as "isStaff",
    coalesce(me.visible_from_seq <= said.seq, false) as "isShown", me.is_muted as "isMuted",
    exists (select from recording r where r.room = c.id and r.state = 'recording') as "isRecorded",
    cp.session_id is not null or cp.declined_at is not null as "hasAnswered",
    cp.removed_at is not null as "isRemoved", ${PASSAGE} as passage,
    coalesce(m.has_waiting_room, false) as "hasWaitingRoom", door.waiting,
    organization.quiet_hours as "quietHours", organization.time_zone as "timeZone"
  from call c
  join chat on chat.id = c.chat_id
  left join meeting m on m.chat_id = c.chat_id
  join organization on organization.id = chat.organization_id
  join chat_member me on me.chat_id = c.chat_id and me.account_id = $1
  left join "group" g on g.id = chat.bound_group_id
  left join message said on said.id = c.message_id
  join account a on a.id = c.started_by
  left join chat_member sm on sm.chat_id = c.chat_id and sm.account_id = c.started_by
  left join person s on s.membership_id = sm.membership_id
  left join call_person cp on cp.call_id = c.id and cp.account_id = $1
  cross join lateral (
    select count(distinct account_id) filter (where left_at is null)::int as present,
      count(distinct account_id)::int as participants
    from call_visit where call_id = c.id) v
  cross join lateral (
    select count(*)::int as waiting from at_the_door d
    where me.role = 'moderator' and m.id is not null and d.call_id = c.id and d.seen_at > $2
      and (d.closes_at is null or d.closes_at > $3) and not d.is_turned_away) door
  where ${where}
  order by c.started_at`

const ONE = viewOf('c.id = $4')
const RUNNING = viewOf('c.ended_at is null')

type Reading = { readonly accountId: AccountId; readonly now: Date }

export async function findCallView(db: Db, { accountId, now }: Reading, callId: CallId): Promise<CallView | undefined> {
  return (await runSql<CallView>(db, ONE, [accountId, heardSince(now), now, callId]))[0]
}

export async function listRunningViews(db: Db, { accountId, now }: Reading): Promise<CallView[]> {
  return runSql<CallView>(db, RUNNING, [accountId, heardSince(now), now])
}

export type Speaker = { readonly name: string; readonly label: string; readonly isConfirmed: boolean }

/**
 * As whom an account speaks in a call's chat. To a meeting somebody from outside may come: what goes to all who are in the
 * room never says whose mother somebody is.
 */
export async function getSpeaker(db: Db, callId: CallId, accountId: AccountId): Promise<Speaker> {
  const [row] = await runSql<Speaker>(
    db,
    `select p.name, case when p.role = 'parent' and exists (select from meeting where chat_id = c.chat_id) then '' else p.label end
       as label, p.is_confirmed as "isConfirmed"
     from call c
     join chat_member m on m.chat_id = c.chat_id and m.account_id = $2
     join person p on p.membership_id = m.membership_id
     where c.id = $1`,
    [callId, accountId],
  )
  return row ?? { name: '', label: '', isConfirmed: false }
}
