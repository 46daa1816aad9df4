import type { AccountId, InvitationId, OrganizationId, PersonalCodeId } from '@kolosok/contract'
import { recordAudit } from '#audit/index.ts'
import type { Actor } from '#platform/actor.ts'
import { publishStale } from '#platform/bus.ts'
import type { Context } from '#platform/context.ts'
import type { AfterCommit, Tx } from '#platform/db.ts'
import { newId } from '#platform/new-id.ts'
import { insertPersonalCode, revokeOpenCodes } from './personal-code.store.ts'
import { createPersonalCodeText, hashSecret, spellPersonalCode } from './secrets.ts'

const LIFE_MS = 14 * 24 * 3600 * 1000

/**
 * `joining` with an invitation: printed on its slip, one per guardian. Lets a new account in, which
 * is then entitled to accept that invitation (`listEntitlements`); an existing one is never opened.
 * `joining` with a number: an operator hands it to the person of an approved application (or to a new
 * operator) and thereby vouches for the number; `SignInPort.entered` then gets it as proven.
 * `coming-back`: opens the one named account. Who may make it is the caller's door to decide.
 */
export type PersonalCodePurpose = { readonly organizationId: OrganizationId | null } & (
  | { readonly kind: 'joining'; readonly invitationId: InvitationId }
  | { readonly kind: 'joining'; readonly phone: string }
  | { readonly kind: 'coming-back'; readonly accountId: AccountId }
)

/** The one moment at which the code is known: show or print it, keep it nowhere. */
export type MadePersonalCode = {
  readonly personalCodeId: PersonalCodeId
  /** «KAXT2-48HPM» */
  readonly code: string
  readonly expiresAt: Date
}

export async function createPersonalCode(
  context: Pick<Context, 'secrets' | 'clock' | 'bus'>,
  tx: Tx,
  actor: Actor,
  purpose: PersonalCodePurpose,
  afterCommit: AfterCommit,
): Promise<MadePersonalCode> {
  const personalCodeId = newId<PersonalCodeId>()
  const text = createPersonalCodeText()
  const createdAt = context.clock()
  const expiresAt = new Date(createdAt.getTime() + LIFE_MS)
  const invitationId = 'invitationId' in purpose ? purpose.invitationId : null
  const phone = 'phone' in purpose ? purpose.phone : null
  const accountId = 'accountId' in purpose ? purpose.accountId : null

  // An invitation has a code per guardian; a person needs one way only.
  if (phone !== null) await revokeOpenCodes(tx, createdAt, { phone })
  if (accountId !== null) await revokeOpenCodes(tx, createdAt, { accountId })
  await insertPersonalCode(tx, {
    id: personalCodeId,
    codeHash: hashSecret(context, 'personal-code', text),
    kind: purpose.kind,
    invitationId,
    phone,
    accountId,
    createdBy: actor.accountId,
    createdAt,
    expiresAt,
  })
  await recordAudit(tx, actor, {
    organizationId: purpose.organizationId,
    action: 'personal-code.created',
    subjectKind: accountId !== null ? 'account' : invitationId !== null ? 'invitation' : 'personal-code',
    subjectId: accountId ?? invitationId ?? personalCodeId,
    details: { kind: purpose.kind },
  })
  if (accountId !== null) {
    afterCommit(() => {
      publishStale(context.bus, [accountId], 'devices')
    })
  }
  return { personalCodeId, code: spellPersonalCode(text), expiresAt }
}

/** With revoked invitations their slips stop working. */
export const revokePersonalCodes = (
  { clock }: Pick<Context, 'clock'>,
  tx: Tx,
  invitationIds: readonly InvitationId[],
): Promise<void> => revokeOpenCodes(tx, clock(), { invitationIds })
