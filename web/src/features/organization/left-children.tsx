import { Button, Text } from '@mantine/core'
import type { LeftChild } from '@kolosok/contract'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDay } from '#lib/dates.ts'
import { useOrganization } from '#features/organization-frame/index.ts'
import { Face } from '#ui/face.tsx'
import { EnrolChild } from './enrol-child.tsx'
import classes from './group.module.css'
import { leftChildrenQuery } from './queries.ts'
import { Loaded } from './query-states.tsx'
import { t } from './children-texts.ts'

/** Who has left, the last one first, and the way back. */
export function LeftChildren() {
  const { id } = useOrganization()
  const left = useInfiniteQuery(leftChildrenQuery(id))
  const [asked, setAsked] = useState<LeftChild | null>(null)
  return (
    <section className={classes.section} aria-label={t('left.title')}>
      <Loaded query={left} rows={2}>
        {({ pages }) => {
          const children = pages.flatMap((page) => page.children)
          if (children.length === 0) return <Text c="dimmed">{t('left.empty')}</Text>
          return (
            <ul className={classes.rows}>
              {children.map((child) => (
                <li key={child.id} className={classes.row}>
                  <Face name={child.name} />
                  <span className={classes.who}>
                    <b>{child.name}</b>
                    <small>{t('left.from', { group: child.group.name, day: formatDay(child.leftAt) })}</small>
                  </span>
                  <Button
                    variant="light"
                    aria-label={t('left.return.of', { name: child.name })}
                    onClick={() => setAsked(child)}
                  >
                    {t('left.return')}
                  </Button>
                </li>
              ))}
            </ul>
          )
        }}
      </Loaded>
      {left.hasNextPage && (
        <Button variant="subtle" loading={left.isFetchingNextPage} onClick={() => void left.fetchNextPage()}>
          {t('left.more')}
        </Button>
      )}
      {asked && (
        <EnrolChild child={asked} why="return" notInto={[]} suggested={asked.group.id} onClose={() => setAsked(null)} />
      )}
    </section>
  )
}
