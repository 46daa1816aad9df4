import { recordAudits } from '#audit/index.ts'
import { meetings } from '#locales/ru/meetings.ts'
import type { ClosingStep } from '#organizations/index.ts'
import type { Context } from '#platform/context.ts'
import { createTexts } from '#platform/texts.ts'
import { lockComing } from './store.ts'
import { tellReached } from './tell.ts'
import { updateToCancelled } from './write.store.ts'

const t = createTexts(meetings)

/** What is still to come stays in the calendar, crossed out; one letter tells of the closing, not one of each. */
export const cancelComing =
  (context: Pick<Context, 'bus'>): ClosingStep =>
  async (tx, actor, { organizationId, at }, afterCommit) => {
    const ids = await lockComing(tx, organizationId, at)
    if (ids.length === 0) return
    await updateToCancelled(tx, ids, t('closed'), at)
    const entry = { organizationId, action: 'meeting.cancelled', subjectKind: 'meeting' } as const
    await recordAudits(
      tx,
      actor,
      ids.map((subjectId) => ({ ...entry, subjectId })),
    )
    await tellReached(context, tx, ids, afterCommit)
  }
