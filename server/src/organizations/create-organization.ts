import { randomInt } from 'node:crypto'
import type { GroupId, OrganizationId } from '@kolosok/contract'
import { recordAudit } from '#audit/index.ts'
import { organizations as texts } from '#locales/ru/organizations.ts'
import type { Actor } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/new-id.ts'
import { insertOrganization, insertStaffGroup, type NewOrganization } from './store.ts'

export type CreatedOrganization = {
  readonly id: OrganizationId
  readonly code: string
  /** «Педагоги»: hand it to `StructurePort.changed` at the end of the transaction. */
  readonly staffGroupId: GroupId
}

/** A new organization with its unique code and «Педагоги»; nobody belongs to it yet. */
export async function createOrganization(
  tx: Tx,
  actor: Actor,
  { shortName, phone = '', email = '', ...card }: OptionalContacts,
): Promise<CreatedOrganization> {
  const id = newId<OrganizationId>()
  const staffGroupId = newId<GroupId>()
  const organization = { ...card, phone, email, shortName: shortName ?? shorten(card.name), id }
  let code = newCode()
  while (!(await insertOrganization(tx, { ...organization, code }))) code = newCode()
  await insertStaffGroup(tx, { id: staffGroupId, organizationId: id, name: texts['staff-group'] })
  await recordAudit(tx, actor, {
    organizationId: id,
    action: 'organization.created',
    subjectKind: 'organization',
    subjectId: id,
  })
  return { id, code, staffGroupId }
}

type OptionalContacts = Omit<NewOrganization, 'shortName' | 'phone' | 'email'> &
  Partial<Pick<NewOrganization, 'shortName' | 'phone' | 'email'>>

/** «Колосок» of «МБДОУ детский сад „Колосок“»: what people call it. */
function shorten(name: string): string {
  return /[«„"]([^«»„“"]+)[»“"]/.exec(name)?.[1]?.trim() ?? name
}

/** No look-alikes (0 o, 1 l i) and nothing to guess: it also serves to find the organization. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'
const newCode = () => Array.from({ length: 6 }, () => LETTERS[randomInt(LETTERS.length)]).join('')
