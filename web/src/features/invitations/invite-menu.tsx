import { Button, Menu } from '@mantine/core'
import { IconChevronDown, IconLink, IconListCheck, IconMailForward, IconUsers } from '@tabler/icons-react'
import type { Dialog } from './invitation-dialogs.tsx'
import { t } from './texts.ts'

type Props = {
  /** This server sends letters or SMS. */
  readonly canSend: boolean
  readonly hasStaff: boolean
  /** A list names colleagues who have not come yet. */
  readonly isExpecting: boolean
  readonly onDialog: (dialog: Dialog) => void
}

/** The ways to invite that work here. */
export function InviteMenu({ canSend, hasStaff, isExpecting, onDialog }: Props) {
  if (!canSend && !hasStaff) return null
  return (
    <Menu position="bottom-end" shadow="md" radius="md">
      <Menu.Target>
        <Button rightSection={<IconChevronDown size={18} />}>{t('invite')}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {canSend && (
          <Menu.Item mih={44} leftSection={<IconMailForward size={20} />} onClick={() => onDialog('families')}>
            {t('invite.families')}
          </Menu.Item>
        )}
        {canSend && hasStaff && isExpecting && (
          <Menu.Item mih={44} leftSection={<IconListCheck size={20} />} onClick={() => onDialog('expected')}>
            {t('invite.expected')}
          </Menu.Item>
        )}
        {canSend && hasStaff && (
          <Menu.Item mih={44} leftSection={<IconUsers size={20} />} onClick={() => onDialog('colleagues')}>
            {t('invite.colleagues')}
          </Menu.Item>
        )}
        {hasStaff && (
          <Menu.Item mih={44} leftSection={<IconLink size={20} />} onClick={() => onDialog('staff')}>
            {t('staff.new')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
