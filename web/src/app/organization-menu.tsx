import type { OrganizationId } from '@kolosok/contract'
import { Menu } from '@mantine/core'
import { IconBuildingPlus, IconCheck, IconHistory, IconUserPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useLocation, useNavigate } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { FORMER, useCurrentOrganization } from '#lib/current-organization.ts'
import { createTexts } from '#lib/i18n.ts'
import { logoUrl } from '#lib/logo.ts'
import { useMemberships } from '#lib/me.ts'
import { organizationMenu } from '#locales/ru/organization-menu.ts'
import { Face } from '#ui/face.tsx'
import classes from './place.module.css'
import { useUnreadHereAndElsewhere } from './unread.ts'
import { countWaiting, waitingQuery } from './waiting.ts'

const t = createTexts(organizationMenu)

type Props = { readonly children: ReactElement; readonly hasFormer: boolean; readonly onClose: () => void }

/** Every organization one belongs to with what is new there, and the ways into another one. */
export function OrganizationMenu({ children, hasFormer, onClose }: Props) {
  const { organization, all } = useCurrentOrganization()
  const change = useChange(onClose)
  return (
    <Menu opened onClose={onClose} position="bottom-start" width={300} shadow="md" radius="md" withinPortal={false}>
      <Menu.Target>{children}</Menu.Target>
      <Menu.Dropdown className={classes.menu}>
        <Menu.Label>{t('title')}</Menu.Label>
        {all.map(({ id, shortName, logoId }) => (
          <Menu.Item
            key={id}
            onClick={() => change(id)}
            leftSection={<Face name={shortName} isGroup size={36} image={logoUrl(logoId)} />}
            rightSection={id === organization?.id && <IconCheck size={18} />}
            aria-current={id === organization?.id || undefined}
          >
            <span className={classes.itemName}>{shortName}</span>
            <News id={id} />
          </Menu.Item>
        ))}
        {hasFormer && (
          <Menu.Item
            onClick={() => change(FORMER)}
            leftSection={<IconHistory size={24} />}
            rightSection={!organization && <IconCheck size={18} />}
          >
            <span className={classes.itemName}>{t('former')}</span>
            <span className={classes.news}>{t('former.hint')}</span>
          </Menu.Item>
        )}
        <Menu.Divider />
        <Menu.Item
          renderRoot={(props) => <Link to="/join" {...props} />}
          leftSection={<IconUserPlus size={20} />}
          onClick={onClose}
        >
          {t('join')}
        </Menu.Item>
        <Menu.Item
          renderRoot={(props) => <Link to="/apply" {...props} />}
          leftSection={<IconBuildingPlus size={20} />}
          onClick={onClose}
        >
          {t('apply')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

function News({ id }: { id: OrganizationId }) {
  const unread = useUnreadHereAndElsewhere().unread[id] ?? 0
  const waiting = useQuery({ ...waitingQuery(), select: countWaiting }).data?.[id] ?? 0
  return (
    <span className={classes.news}>
      {unread === 0 && waiting === 0 && t('quiet')}
      {unread > 0 && <b>{t('unread', { count: unread })}</b>}
      {waiting > 0 && <b data-waiting>{t('waiting', { count: waiting })}</b>}
    </span>
  )
}

/** The same section of the other organization where there is one; the chats otherwise. */
function useChange(onClose: () => void): (id: OrganizationId | typeof FORMER) => void {
  const { choose } = useCurrentOrganization()
  const memberships = useMemberships()
  const { pathname } = useLocation()
  const navigate = useNavigate()
  return (id) => {
    choose(id)
    onClose()
    const there = memberships.find(({ organization }) => organization.id === id)
    const isAtPages = pathname.startsWith('/o/') && there?.abilities.seeOrganizationPages
    void (isAtPages
      ? navigate({ to: '/o/$code', params: { code: there.organization.code } })
      : navigate({ to: '/chats' }))
  }
}
