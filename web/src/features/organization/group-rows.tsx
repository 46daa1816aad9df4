import { Button, Progress, Text } from '@mantine/core'
import type { Group } from '@kolosok/contract'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useOrganization } from '#features/organization-frame/index.ts'
import { Face } from '#ui/face.tsx'
import { namesOf } from './duties.ts'
import { inTree } from './group-tree.ts'
import classes from './groups.module.css'
import { useRestoreGroup } from './mutations.ts'
import { groupsQuery } from './queries.ts'
import { Loaded } from './query-states.tsx'
import { t } from './group-texts.ts'

/** A table on a desktop, cards on a phone; each row leads to its group. */
export function GroupRows({ groups }: { groups: readonly Group[] }) {
  const { code } = useOrganization()
  return (
    <div className={classes.table}>
      <div className={classes.head} aria-hidden="true">
        <span>{t('groups.group')}</span>
        <span>{t('groups.lead-teacher')}</span>
        <span>{t('groups.children')}</span>
        <span>{t('groups.families')}</span>
      </div>
      <ul className={classes.rows}>
        {inTree(groups).map(({ group, depth }) => (
          <li key={group.id} data-depth={depth || undefined}>
            {group.kind === 'staff' ? (
              <Link to="/o/$code/people" params={{ code }} className={classes.row}>
                <Name group={group} />
                <span className={classes.wide}>{t('groups.staff')}</span>
              </Link>
            ) : (
              <Link to="/o/$code/groups/$groupId" params={{ code, groupId: group.id }} className={classes.row}>
                <Name group={group} />
                <Leads group={group} />
                <span className={classes.figure}>
                  <span className={classes.onPhone}>{t('children', { count: group.childCount })}</span>
                  <span className={classes.onDesktop}>{group.childCount}</span>
                </span>
                <Families group={group} />
              </Link>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

function Name({ group }: { group: Group }) {
  const second = group.kind === 'staff' ? t('teachers', { count: group.memberCount }) : group.age
  return (
    <span className={classes.name}>
      <Face name={group.name} isGroup size={40} />
      <span>
        <b>{group.name}</b>
        {second !== '' && <small>{second}</small>}
      </span>
    </span>
  )
}

function Leads({ group }: { group: Group }) {
  const names = namesOf(group, 'lead')
  if (names === '') {
    return (
      <span className={classes.nobody} data-may={group.abilities.assignTeachers || undefined}>
        {t(group.abilities.assignTeachers ? 'groups.nobody' : 'groups.nobody.see')}
      </span>
    )
  }
  return <span className={classes.teachers}>{names}</span>
}

function Families({ group: { familyCount, childCount } }: { group: Group }) {
  if (childCount === 0) return <span />
  const words = t('groups.families.of', { joined: familyCount, all: childCount })
  return (
    <span className={classes.families}>
      <span className={classes.onPhone}>{t('groups.families')}</span>
      <Progress value={(100 * familyCount) / childCount} aria-label={t('groups.families')} className={classes.bar} />
      <span>{words}</span>
    </span>
  )
}

export function ArchivedGroups() {
  const { id } = useOrganization()
  const archived = useQuery(groupsQuery(id, true))
  const { restore, isPending } = useRestoreGroup()
  return (
    <Loaded query={archived} rows={2}>
      {(groups) =>
        groups.length === 0 ? (
          <Text c="dimmed" px="md">
            {t('groups.archive.empty')}
          </Text>
        ) : (
          <ul className={classes.rows}>
            {groups.map((group) => (
              <li key={group.id} className={classes.archived}>
                <Name group={group} />
                {group.abilities.archive && (
                  <Button variant="light" loading={isPending} onClick={() => restore(group.id)}>
                    {t('groups.restore')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  )
}
