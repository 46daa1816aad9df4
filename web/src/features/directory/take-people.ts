import { directoryEndpoints, type MembershipId } from '@kolosok/contract'
import type { OwnOrganization } from '#features/organization-frame/index.ts'
import { call } from '#lib/api.ts'
import { formatPlainDay } from '#lib/dates.ts'
import type { Sheet } from '#ui/sheet.ts'
import { isUnconfirmed, roleOf } from './people-columns.tsx'
import type { PeopleFilter } from './people-filter.tsx'
import { t } from './texts.ts'

type Meant = PeopleFilter & { readonly membershipIds?: MembershipId[] }

/** All that are meant, not only those on screen; the server writes down that they were taken. */
export async function collectPeople(
  { id, shortName, name }: Pick<OwnOrganization, 'id' | 'shortName' | 'name'>,
  meant: Meant,
): Promise<Sheet> {
  const { people, isCut } = await call(directoryEndpoints.export, { params: { organizationId: id }, body: meant })
  return {
    title: t('title'),
    owner: name,
    file: t('file', { name: shortName, date: new Date().toISOString().slice(0, 10) }),
    heads: [
      { title: t('column.name'), width: 36 },
      { title: t('column.role'), width: 34 },
      { title: t('column.groups'), width: 34 },
      { title: t('column.joined'), width: 14 },
    ],
    rows: people.map((listed) => [
      listed.fullName,
      isUnconfirmed(listed) ? `${roleOf(listed)} (${t('unconfirmed')})` : roleOf(listed),
      listed.groups.join(', '),
      formatPlainDay(listed.joinedAt),
    ]),
    isCut,
  }
}
