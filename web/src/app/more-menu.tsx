import { Button, Group, Menu, Modal, Stack, Text, useMantineColorScheme } from '@mantine/core'
import {
  IconActivity,
  IconBooks,
  IconBuildingPlus,
  IconCheck,
  IconClipboardCheck,
  IconDeviceLaptop,
  IconDoorExit,
  IconFileText,
  IconFiles,
  IconLifebuoy,
  IconLogout,
  IconMoon,
  IconPhone,
  IconSchool,
  IconSun,
  IconSunMoon,
  IconUserPlus,
} from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactElement, useState } from 'react'
import { localData, useLocal } from '#lib/local-data.ts'
import { useMemberships } from '#lib/me.ts'
import { signOut } from './session.ts'
import { t } from './texts.ts'

const themes = [
  { scheme: 'light', icon: IconSun },
  { scheme: 'dark', icon: IconMoon },
  { scheme: 'auto', icon: IconSunMoon },
] as const

/** What is one's own: number, devices, looks, leaving; and the ways into another organization. */
export function MoreMenu({ children, onClose }: { children: ReactElement; onClose: () => void }) {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const [isLeaving, setLeaving] = useState(false)
  const memberships = useMemberships()

  return (
    <>
      <Menu
        opened={!isLeaving}
        onClose={onClose}
        closeOnItemClick={false}
        position="right-end"
        width={240}
        shadow="md"
        radius="md"
      >
        <Menu.Target>{children}</Menu.Target>
        <Menu.Dropdown>
          {memberships.length > 0 && (
            <Menu.Item component={Link} to="/documents" onClick={onClose} leftSection={<IconFiles size={18} />}>
              {t('more.documents')}
            </Menu.Item>
          )}
          {memberships.length > 0 && (
            <Menu.Item component={Link} to="/materials" onClick={onClose} leftSection={<IconBooks size={18} />}>
              {t('more.materials')}
            </Menu.Item>
          )}
          {memberships.length > 0 && (
            <Menu.Item component={Link} to="/webinars" onClick={onClose} leftSection={<IconSchool size={18} />}>
              {t('more.webinars')}
            </Menu.Item>
          )}
          <Menu.Item component={Link} to="/help" onClick={onClose} leftSection={<IconLifebuoy size={18} />}>
            {t('more.help')}
          </Menu.Item>
          <Menu.Item component={Link} to="/phone" onClick={onClose} leftSection={<IconPhone size={18} />}>
            {t('more.phone')}
          </Menu.Item>
          <Menu.Item
            renderRoot={(props) => <Link to="/join" {...props} />}
            leftSection={<IconUserPlus size={18} />}
            onClick={onClose}
          >
            {t('more.join')}
          </Menu.Item>
          <Menu.Item
            renderRoot={(props) => <Link to="/apply" {...props} />}
            leftSection={<IconBuildingPlus size={18} />}
            onClick={onClose}
          >
            {t('more.apply')}
          </Menu.Item>
          <Menu.Item component={Link} to="/leaving" onClick={onClose} leftSection={<IconDoorExit size={18} />}>
            {t('more.leaving')}
          </Menu.Item>
          <Menu.Item component={Link} to="/devices" onClick={onClose} leftSection={<IconDeviceLaptop size={18} />}>
            {t('more.devices')}
          </Menu.Item>
          <Menu.Item component={Link} to="/consents" onClick={onClose} leftSection={<IconClipboardCheck size={18} />}>
            {t('more.consents')}
          </Menu.Item>
          <Menu.Item component={Link} to="/my-data" onClick={onClose} leftSection={<IconFileText size={18} />}>
            {t('more.own-data')}
          </Menu.Item>
          <Menu.Item component={Link} to="/status" onClick={onClose} leftSection={<IconActivity size={18} />}>
            {t('more.status')}
          </Menu.Item>
          <Menu.Label>{t('more.theme')}</Menu.Label>
          {themes.map(({ scheme, icon: Icon }) => (
            <Menu.Item
              key={scheme}
              leftSection={<Icon size={18} />}
              rightSection={colorScheme === scheme && <IconCheck size={16} />}
              onClick={() => setColorScheme(scheme)}
            >
              {t(`more.theme.${scheme}`)}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item leftSection={<IconLogout size={18} />} onClick={() => setLeaving(true)}>
            {t('more.sign-out')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <SignOutDialog isOpen={isLeaving} onClose={onClose} />
    </>
  )
}

function SignOutDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const client = useQueryClient()
  const leave = useMutation({ mutationFn: () => signOut(client) })
  const waiting = useLocal(() => localData.outbox.count(), [], 0)

  return (
    <Modal opened={isOpen} onClose={onClose} title={t('more.sign-out.confirm')}>
      <Stack>
        <Text>{t('more.sign-out.text')}</Text>
        {waiting > 0 && <Text c="var(--danger)">{t('more.sign-out.waiting', { count: waiting })}</Text>}
        {leave.isError && (
          <Text role="alert" c="var(--danger)">
            {t('more.sign-out.failed')}
          </Text>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button loading={leave.isPending} onClick={() => leave.mutate()}>
            {t('more.sign-out')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
