import type { Group } from '@kolosok/contract'
import type { OwnOrganization } from '#features/organization-frame/index.ts'
import type { Sheet } from '#ui/sheet.ts'
import { namesOf } from './duties.ts'
import { t } from './group-texts.ts'

/** The groups that are on screen, for a workbook or for paper. */
export const sheetOfGroups = (
  { name, shortName }: Pick<OwnOrganization, 'name' | 'shortName'>,
  groups: readonly Group[],
): Sheet => ({
  title: t('groups.title'),
  owner: name,
  file: t('groups.file', { name: shortName, date: new Date().toISOString().slice(0, 10) }),
  heads: [
    { title: t('groups.group'), width: 30 },
    { title: t('groups.age'), width: 20 },
    { title: t('groups.lead-teacher'), width: 34 },
    { title: t('groups.specialists'), width: 34 },
    { title: t('groups.children'), width: 10 },
    { title: t('groups.families'), width: 14 },
  ],
  rows: groups.map((group) => [
    group.name,
    group.age,
    namesOf(group, 'lead'),
    namesOf(group, 'specialist'),
    String(group.childCount),
    t('groups.families.of', { joined: group.familyCount, all: group.childCount }),
  ]),
  isCut: false,
})
