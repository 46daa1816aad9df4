import { childEndpoints } from '@kolosok/contract'
import type { OwnOrganization } from '#features/organization-frame/index.ts'
import { call } from '#lib/api.ts'
import { formatPlainDay } from '#lib/dates.ts'
import type { Sheet } from '#ui/sheet.ts'
import { familyOf } from './children-columns.tsx'
import type { ChildrenFilter } from './children-filter.tsx'
import { t } from './texts.ts'

/** All that are meant, not only those on screen; the server writes down that they were taken. */
export async function collectChildren(
  { id, shortName, name }: Pick<OwnOrganization, 'id' | 'shortName' | 'name'>,
  filter: ChildrenFilter,
): Promise<Sheet> {
  const { children, isCut } = await call(childEndpoints.export, { params: { organizationId: id }, body: filter })
  return {
    title: t('title'),
    owner: name,
    file: t('file', { name: shortName, date: new Date().toISOString().slice(0, 10) }),
    heads: [
      { title: t('column.name'), width: 36 },
      { title: t('column.groups'), width: 34 },
      { title: t('column.family'), width: 50 },
    ],
    rows: children.map((child) => [
      child.name,
      child.leftAt === null
        ? child.groups.map((group) => group.name).join(', ')
        : t('left-at', { date: formatPlainDay(child.leftAt) }),
      child.leftAt === null ? familyOf(child) : '',
    ]),
    isCut,
  }
}
