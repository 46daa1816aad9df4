import { recordAudits } from '#audit/index.ts'
import { joinRequests } from '#locales/ru/join-requests.ts'
import type { ClosingStep } from '#organizations/index.ts'
import { publishStale } from '#platform/bus.ts'
import type { Context } from '#platform/context.ts'
import { createTexts } from '#platform/texts.ts'
import { lockWaiting } from './waiting.store.ts'
import { settleRequest } from './store.ts'
import { tellAsker } from './tell-asker.ts'

const t = createTexts(joinRequests)

/** Nobody will decide them any more: whoever waits is told. */
export const refuseWaiting =
  (context: Context): ClosingStep =>
  async (tx, actor, { organizationId, at }, afterCommit) => {
    const waiting = await lockWaiting(tx, organizationId)
    const reason = t('closed')
    for (const { id, accountId } of waiting) {
      await settleRequest(tx, id, { state: 'refused', reason, at, by: actor.accountId })
      await tellAsker(context, tx, { id, accountId, organizationId }, 'refused', reason)
    }
    const entry = { organizationId, action: 'join-request.refused', subjectKind: 'join-request' } as const
    await recordAudits(
      tx,
      actor,
      waiting.map(({ id }) => ({ ...entry, subjectId: id })),
    )
    afterCommit(() => {
      publishStale(
        context.bus,
        waiting.map(({ accountId }) => accountId),
        'join-requests',
      )
    })
  }
