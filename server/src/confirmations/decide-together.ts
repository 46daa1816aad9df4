import type { ConfirmationId, ConfirmationsDecided, OrganizationId } from '@kolosok/contract'
import { accessOrganization, type StructurePort } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import type { Context } from '#platform/context.ts'
import { confirm, refuse } from './decide.ts'

type Decision = { readonly confirmationIds: readonly ConfirmationId[] } & (
  | { readonly decision: 'confirm' }
  | { readonly decision: 'refuse'; readonly reason: string }
)
type Left = ConfirmationsDecided['left'][number]

/** One after another, each in a transaction of its own: nobody waits for the one that can't be decided. */
export async function decideTogether(
  context: Context,
  structure: StructurePort,
  actor: Actor,
  { organizationId, ...given }: Decision & { readonly organizationId: OrganizationId },
): Promise<ConfirmationsDecided> {
  await accessOrganization(context.db, actor, organizationId, 'confirmTeachers')
  const done: ConfirmationId[] = []
  const left: Left[] = []
  for (const id of new Set(given.confirmationIds)) {
    const where = { organizationId, confirmationId: id }
    const work =
      given.decision === 'confirm'
        ? confirm(context, structure, actor, where)
        : refuse(context, actor, { ...where, reason: given.reason })
    const code = await work.then(() => undefined, whyLeft)
    if (code === undefined) done.push(id)
    else left.push({ id, code })
  }
  return { done, left }
}

function whyLeft(error: unknown): Left['code'] {
  if (!(error instanceof AppError)) throw error
  const { code } = error
  if (code === 'not-found' || code === 'forbidden' || code === 'confirmation-decided') return code
  throw error
}
