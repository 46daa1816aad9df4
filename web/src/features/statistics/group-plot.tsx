import type { OverviewGroup } from '@kolosok/contract'
import { Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useOrganization } from '#features/organization-frame/index.ts'
import classes from './statistics.module.css'
import { t } from './texts.ts'

const parts = ['joined', 'unclaimed', 'rest'] as const

/** Which families have come, group by group. */
export function GroupPlot({ groups }: { groups: readonly OverviewGroup[] }) {
  const { code } = useOrganization()
  const withChildren = groups.filter(({ childCount }) => childCount > 0)
  return (
    <section className={classes.section} aria-labelledby="group-plot">
      <Title order={2} fz="lg" id="group-plot">
        {t('groups.title')}
      </Title>
      {withChildren.length === 0 && <p className={classes.lead}>{t('groups.empty')}</p>}
      {withChildren.length > 0 && (
        <>
          <p className={classes.legend} aria-hidden="true">
            {parts.map((part) => (
              <span key={part}>
                <svg width="14" height="14">
                  <rect width="14" height="14" rx="4" data-part={part} />
                </svg>
                {t(`groups.${part}`)}
              </span>
            ))}
          </p>
          <ul className={classes.groups}>
            {withChildren.map((group) => (
              <li key={group.id} className={classes.group}>
                <Link to="/o/$code/groups/$groupId" params={{ code, groupId: group.id }} className={classes.groupName}>
                  {group.name}
                </Link>
                <Bar group={group} />
                <span className={classes.groupValue}>
                  {t('groups.row', { joined: group.familyCount, children: group.childCount })}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function Bar({ group: { childCount, familyCount, links } }: { group: OverviewGroup }) {
  const unclaimed = Math.min(links?.unclaimedCount ?? 0, childCount - familyCount)
  const counts = { joined: familyCount, unclaimed, rest: childCount - familyCount - unclaimed }
  const starts = { joined: 0, unclaimed: familyCount, rest: familyCount + unclaimed }
  const label = parts.map((part) => `${t(`groups.${part}`)}: ${String(counts[part])}`).join(', ')
  return (
    <svg
      className={classes.groupBar}
      viewBox={`0 0 ${String(childCount)} 1`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      {parts.map((part) => (
        <rect key={part} x={starts[part]} width={counts[part]} height={1} data-part={part} />
      ))}
    </svg>
  )
}
