import type { Waiting } from '@kolosok/contract'
import { Badge, Button, Group } from '@mantine/core'
import {
  IconBook2,
  IconDatabaseExport,
  IconFlag,
  IconLifebuoy,
  IconLock,
  IconPhone,
  IconSchool,
  IconUserShield,
} from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { waitingQuery } from '#lib/waiting.ts'
import classes from './operator.module.css'
import { t } from './texts.ts'

const nothing = (): number => 0

/** The operator's other pages, and how much of what the main menu counts waits on each. */
const links = [
  {
    to: '/operator/tickets',
    name: 'queue.tickets',
    icon: IconLifebuoy,
    countIn: (all: Waiting) => all.operatorTickets,
  },
  { to: '/operator/reported', name: 'queue.reported', icon: IconFlag, countIn: (all: Waiting) => all.operatorReports },
  { to: '/operator/articles', name: 'queue.articles', icon: IconBook2, countIn: (all: Waiting) => all.articles },
  { to: '/operator/webinars', name: 'queue.webinars', icon: IconSchool, countIn: nothing },
  { to: '/operator/phones', name: 'queue.phones', icon: IconPhone, countIn: nothing },
  { to: '/operator/backups', name: 'queue.backups', icon: IconDatabaseExport, countIn: nothing },
  { to: '/operator/closings', name: 'queue.closings', icon: IconLock, countIn: nothing },
  { to: '/operator/operators', name: 'queue.operators', icon: IconUserShield, countIn: nothing },
] as const

export function QueueLinks() {
  const waiting = useQuery(waitingQuery()).data
  return (
    <Group gap="xs" className={classes.links}>
      {links.map(({ to, name, icon: Icon, countIn }) => {
        const count = waiting ? countIn(waiting) : 0
        return (
          <Button
            key={to}
            component={Link}
            to={to}
            variant="default"
            leftSection={<Icon size={18} />}
            rightSection={
              count > 0 && (
                <Badge className={classes.waiting} aria-hidden="true">
                  {count}
                </Badge>
              )
            }
            aria-description={count > 0 ? t('queue.waiting', { count }) : undefined}
          >
            {t(name)}
          </Button>
        )
      })}
    </Group>
  )
}
