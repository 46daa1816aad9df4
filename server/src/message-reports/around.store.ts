import type { Attachment, BroadcastMessageId, ChatId, CommentId, MessageId } from '@kolosok/contract'
import { type Db, runSql } from '#platform/db.ts'

export type NeighbourRow = {
  readonly id: MessageId | CommentId | BroadcastMessageId
  readonly name: string
  readonly label: string
  readonly text: string
  readonly attachments: Attachment[]
  readonly sentAt: Date
  readonly isDeleted: boolean
}

/** What was said around it; a poll by its question. By the index of the chat's order, so nothing else is read. */
export function listAround(db: Db, chatId: ChatId, seq: number, neighbours: number): Promise<NeighbourRow[]> {
  return runSql<NeighbourRow>(
    db,
    `select m.id, coalesce(p.name, '') as name, coalesce(p.label, '') as label,
       coalesce(nullif(m.text, ''), m.poll ->> 'question', '') as text, m.attachments, m.sent_at as "sentAt",
       m.deleted_at is not null as "isDeleted"
     from (
       (select * from message where chat_id = $1 and seq < $2 and kind in ('text', 'poll') order by seq desc limit $3)
       union all
       (select * from message where chat_id = $1 and seq >= $2 and kind in ('text', 'poll') order by seq limit $3 + 1)
     ) m
     left join person p on p.membership_id = m.membership_id
     order by m.seq`,
    [chatId, seq, neighbours],
  )
}

/** What those who reported it added, and what it said before the words of today. */
export async function findBackground(
  db: Db,
  subjectId: NeighbourRow['id'],
): Promise<{ remarks: string[]; said: string[] }> {
  const [row] = await runSql<{ remarks: string[]; said: string[] }>(
    db,
    `select
       array(select remark from message_report where subject_id = $1 and remark <> '' order by reported_at) as remarks,
       array(
         select text from (
           select said as text, reported_at as at from message_report where subject_id = $1 and said <> ''
           union all
           select text, replaced_at from message_version where message_id = $1) was
         where text <> coalesce(
           (select coalesce(nullif(text, ''), poll ->> 'question', '') from message where id = $1),
           (select text from post_comment where id = $1),
           (select text from broadcast_message where id = $1))
         group by text order by min(at)) as said`,
    [subjectId],
  )
  return row ?? { remarks: [], said: [] }
}
