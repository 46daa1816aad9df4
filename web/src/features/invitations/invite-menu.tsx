import { Button, Menu } from '@mantine/core'
import { IconChevronDown, IconLink, IconListCheck, IconMailForward, IconPrinter, IconUsers } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useOrganization } from '#features/organization-frame/index.ts'
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
  const { code } = useOrganization()
  if (!canSend && !hasStaff) return null
  return (
    <Menu position="bottom-end" shadow="md" radius="md">
      <Menu.Target>
        <Button rightSection={<IconChevronDown size={18} />}>{t('invite')}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          mih={44}
          leftSection={<IconPrinter size={20} />}
          renderRoot={(props) => <Link to="/o/$code/sheets" params={{ code }} {...props} />}
        >
          {t('invite.sheets')}
        </Menu.Item>
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
