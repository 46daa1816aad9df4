import { recordAudit } from '#audit/index.ts'
import type { Entered, SignInPort } from '#identity/index.ts'
import { createMembership } from '#memberships/index.ts'
import type { Actor } from '#platform/actor.ts'
import { finishStructureChange, getStaffGroupId } from '#organizations/index.ts'
import type { AfterCommit, Tx } from '#platform/db.ts'
import { claimPolicy } from './claim-policy.ts'
import { findProvenOwner, listUnclaimed, nameIfNameless, type Unclaimed, updateClaimed } from './claim.store.ts'
import type { ApplicationsContext } from './context.ts'
import { tellOperators } from './events.ts'
import { insertStep } from './steps.store.ts'

/** At every sign-in: exactly the number of an approved application makes its administrator, any other nothing. */
export const createClaims = (context: ApplicationsContext): Pick<SignInPort, 'entered'> => ({
  entered: async (tx, entered, afterCommit) => {
    const { phone } = entered
    if (phone === null) return
    for (const application of await listUnclaimed(tx, phone)) {
      if (!claimPolicy.claim({ ...entered, applicationEmail: application.email })) continue
      await claim(context, tx, { application, entered, afterCommit })
    }
  },
})

const MONTHS_MS = 180 * 24 * 3600 * 1000

/**
 * Somebody with this number proven is among us already, perhaps signed in right now: that is the administrator. A
 * number unused for half a year may have a new owner, who then has to sign in first.
 */
export async function claimForKnown(
  context: ApplicationsContext,
  tx: Tx,
  actor: Actor,
  phone: string,
  afterCommit: AfterCommit,
): Promise<void> {
  const owner = await findProvenOwner(tx, phone, new Date(context.clock().getTime() - MONTHS_MS))
  if (!owner) return
  const entered: Entered = { actor, ...owner, phone, isPhoneVerified: true, isEmailVerified: owner.email !== null }
  await createClaims(context).entered(tx, entered, afterCommit)
}

type Claiming = { readonly application: Unclaimed; readonly entered: Entered; readonly afterCommit: AfterCommit }

async function claim(context: ApplicationsContext, tx: Tx, { application, entered, afterCommit }: Claiming) {
  const { actor, accountId } = entered
  const { organizationId, administratorName, approvedBy } = application
  const now = context.clock()
  await nameIfNameless(tx, accountId, splitName(administratorName))
  // Appointed by the head's order from among the teachers (2.3): that is the confirmation.
  const confirmed = { confirmedBy: approvedBy, confirmedAt: now }
  await createMembership(tx, actor, { organizationId, accountId, role: 'teacher', isAdmin: true, ...confirmed })
  await updateClaimed(tx, application.id, { accountId, now })
  await insertStep(tx, { applicationId: application.id, kind: 'claimed', accountId, now })
  await recordAudit(tx, actor, {
    organizationId,
    action: 'application.claimed',
    subjectKind: 'application',
    subjectId: application.id,
  })
  await tellOperators(context, tx, afterCommit)
  const groupIds = [await getStaffGroupId(tx, organizationId)]
  await finishStructureChange(context, tx, actor, { organizationId, groupIds }, afterCommit)
}

/** «Соколова Мария Сергеевна»: as orders write it, family name first. */
function splitName(full: string): { familyName: string; givenName: string; patronymic: string } {
  const [familyName = '', givenName = '', ...rest] = full.split(' ')
  return { familyName, givenName, patronymic: rest.join(' ') }
}
