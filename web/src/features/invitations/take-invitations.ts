import { invitationEndpoints } from '@kolosok/contract'
import type { OwnOrganization } from '#features/organization-frame/index.ts'
import { call } from '#lib/api.ts'
import { formatPlainDay } from '#lib/dates.ts'
import type { Sheet } from '#ui/sheet.ts'
import { groupsOf, standingOf, titleOf, usersOf } from './invitation-facts.ts'
import type { Filter } from './invitation-filters.tsx'
import { listed } from './queries.ts'
import { t } from './texts.ts'

/** All that are meant, not only those on screen; the server writes down that they were taken. */
export async function collectInvitations(
  { id, shortName, name }: Pick<OwnOrganization, 'id' | 'shortName' | 'name'>,
  filter: Filter,
): Promise<Sheet> {
  const given = { params: { organizationId: id }, body: listed(filter) }
  const { invitations, isCut } = await call(invitationEndpoints.export, given)
  return {
    title: t('title'),
    owner: name,
    file: t('file', { name: shortName, date: new Date().toISOString().slice(0, 10) }),
    heads: [
      { title: t('column.whom'), width: 34 },
      { title: t('column.groups'), width: 22 },
      { title: t('column.standing'), width: 32 },
      { title: t('column.until'), width: 24 },
      { title: t('column.users'), width: 36 },
      { title: t('column.created'), width: 26 },
    ],
    rows: invitations.map((invitation) => [
      titleOf(invitation),
      groupsOf(invitation),
      standingOf(invitation).text,
      formatPlainDay(invitation.expiresAt),
      [t('uses', { uses: invitation.uses, limit: invitation.useLimit }), ...usersOf(invitation, formatPlainDay)].join(
        '; ',
      ),
      t('created.by', { name: invitation.createdBy, date: formatPlainDay(invitation.createdAt) }),
    ]),
    isCut,
  }
}
