import { broadcastEndpoints, type BroadcastId } from '@kolosok/contract'
import type { Context } from '#platform/context.ts'
import { newId } from '#platform/new-id.ts'
import type { Founded } from './founding.ts'
import type { Speakers } from './staffing.ts'
import { backdateBroadcast } from './store.ts'

const DAY_MS = 24 * 3600 * 1000

/** A meeting that the head will hold for all parents, and one of last week that many of them looked on at. */
export async function broadcast(context: Context, { organizationId }: Founded, speakers: Speakers): Promise<void> {
  const head = speakers.get('Громова')
  if (!head) throw new Error('Nobody to hold a broadcast')
  const plan = async (title: string, about: string, days: number) => {
    const broadcastId = newId<BroadcastId>()
    const at = evening(context, days)
    await head.visitor.call(broadcastEndpoints.save, {
      params: { organizationId, broadcastId },
      body: { title, about, audience: { kind: 'parents', groupIds: [] }, plannedAt: at.toISOString() },
    })
    return broadcastId
  }
  await plan(
    'Общее родительское собрание',
    'Итоги осени, новогодние утренники, ремонт музыкального зала. В конце отвечу на вопросы: их можно задать прямо в трансляции.',
    2,
  )
  const past = await plan('Знакомство с новой заведующей', 'Расскажу о планах на год и отвечу на вопросы.', 1)
  await backdateBroadcast(context.db, past, evening(context, -9))
}

/** Six o'clock in Moscow, so many days from now. */
function evening({ clock }: Context, days: number): Date {
  const at = new Date(clock().getTime() + days * DAY_MS)
  at.setUTCHours(15, 0, 0, 0)
  return at
}
