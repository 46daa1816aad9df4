import { TextInput, Title } from '@mantine/core'
import { nameKey, type OverviewGroup } from '@kolosok/contract'
import { IconSearch } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useOrganization } from '#features/organization-frame/index.ts'
import classes from './overview-groups.module.css'
import { t } from './overview-texts.ts'

/** Enough to look through without being helped. */
const FEW = 8

/** Group by group: who leads it, how many families have come, which links still wait. */
export function OverviewGroups({ groups }: { groups: readonly OverviewGroup[] }) {
  const [q, setQ] = useState('')
  if (groups.length === 0) return null
  const found = groups.filter(({ name, leads }) => nameKey([name, ...leads].join(' ')).includes(nameKey(q)))
  return (
    <section className={classes.box} aria-labelledby="overview-groups">
      <div className={classes.top}>
        <Title order={2} fz="lg" id="overview-groups">
          {t('overview.groups')}
        </Title>
        {groups.length > FEW && (
          <TextInput
            value={q}
            onChange={(event) => setQ(event.currentTarget.value)}
            placeholder={t('overview.search')}
            aria-label={t('overview.search')}
            leftSection={<IconSearch size={20} aria-hidden="true" />}
          />
        )}
      </div>
      {found.length === 0 ? (
        <p className={classes.nothing}>{t('overview.nothing')}</p>
      ) : (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('overview.group')}</th>
              <th scope="col">{t('overview.lead-teacher')}</th>
              <th scope="col">{t('overview.children')}</th>
              <th scope="col">{t('overview.families')}</th>
              <th scope="col">{t('overview.guardians')}</th>
              <th scope="col">{t('overview.links')}</th>
            </tr>
          </thead>
          <tbody>
            {found.map((group) => (
              <Row key={group.id} group={group} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function Row({ group }: { group: OverviewGroup }) {
  const { code, abilities } = useOrganization()
  const { id, name, leads, childCount, familyCount, guardianCount } = group
  const share = childCount === 0 ? 0 : Math.round((100 * familyCount) / childCount)
  return (
    <tr>
      <th scope="row">
        <Link to="/o/$code/groups/$groupId" params={{ code, groupId: id }} className={classes.name}>
          {name}
        </Link>
      </th>
      <td data-label={t('overview.lead-teacher')}>
        {leads.length > 0 ? leads.join(', ') : <NoLead group={group} mayAssign={abilities.manageStructure} />}
      </td>
      <td data-label={t('overview.children')}>{childCount}</td>
      <td data-label={t('overview.families')}>
        {childCount > 0 && (
          <span className={classes.share}>
            <span className={classes.bar} aria-hidden="true">
              <span style={{ width: `${String(share)}%` }} />
            </span>
            {t('overview.share', { share, familyCount, childCount })}
          </span>
        )}
      </td>
      <td data-label={t('overview.guardians')}>{guardianCount}</td>
      <td data-label={t('overview.links')}>
        <Links group={group} />
      </td>
    </tr>
  )
}

function NoLead({ group, mayAssign }: { group: OverviewGroup; mayAssign: boolean }) {
  const { code } = useOrganization()
  if (!mayAssign) return <span className={classes.waiting}>{t('overview.no-lead')}</span>
  return (
    <Link to="/o/$code/groups/$groupId" params={{ code, groupId: group.id }} className={classes.act}>
      {t('overview.assign')}
    </Link>
  )
}

function Links({ group: { childCount, familyCount, links } }: { group: OverviewGroup }) {
  if (links === null) return null
  const { invitedCount, unclaimedCount } = links
  if (unclaimedCount > 0)
    return <span className={classes.badge}>{t('overview.waiting', { count: unclaimedCount })}</span>
  if (childCount === 0) return null
  if (familyCount === childCount) {
    return (
      <span className={classes.badge} data-ok>
        {t('overview.all-here')}
      </span>
    )
  }
  return (
    <span className={classes.quiet}>{t(invitedCount === 0 ? 'overview.not-invited' : 'overview.none-waiting')}</span>
  )
}
