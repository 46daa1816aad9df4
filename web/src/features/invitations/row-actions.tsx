import type { Invitation } from '@kolosok/contract'
import { ActionIcon, Group, Tooltip } from '@mantine/core'
import { IconBan, IconQrcode, IconSend } from '@tabler/icons-react'
import type { Dialog } from './invitation-dialogs.tsx'
import { titleOf } from './invitation-facts.ts'
import { t } from './texts.ts'

/** What can be done with a link that still opens. */
export function RowActions({
  invitation,
  canSend,
  onDialog,
}: {
  invitation: Invitation
  canSend: boolean
  onDialog: (dialog: Dialog) => void
}) {
  if (invitation.state !== 'open') return null
  const name = titleOf(invitation)
  return (
    <Group gap={0} wrap="nowrap" justify="flex-end">
      {canSend && invitation.kind !== 'chat' && (
        <Tooltip label={t('send')}>
          <ActionIcon
            variant="subtle"
            size={44}
            aria-label={t('send.of', { name })}
            onClick={() => onDialog({ send: invitation })}
          >
            <IconSend size={20} />
          </ActionIcon>
        </Tooltip>
      )}
      <Tooltip label={t('show')}>
        <ActionIcon
          variant="subtle"
          size={44}
          aria-label={t('show.of', { name })}
          onClick={() => onDialog({ show: invitation })}
        >
          <IconQrcode size={20} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t('revoke')}>
        <ActionIcon
          variant="subtle"
          color="red"
          size={44}
          aria-label={t('revoke.of', { name })}
          onClick={() => onDialog({ revoke: invitation })}
        >
          <IconBan size={20} />
        </ActionIcon>
      </Tooltip>
    </Group>
  )
}
