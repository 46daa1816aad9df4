import type { Invitation } from '@kolosok/contract'
import { Alert, Button, CopyButton, Modal, Stack, Text, TextInput } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { QrCode } from './qr-code.tsx'
import { t } from './texts.ts'

const isLocal = (url: string) => ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname)

function titleOfLink({ chat, child }: Invitation): string {
  if (chat) return t('link.title.chat', { chat: chat.title })
  return child ? t('link.title.child', { name: child.name }) : t('link.title.staff')
}

/** The link, its QR code, and who it is meant for. */
export function LinkDialog({ invitation, onClose }: { invitation: Invitation; onClose: () => void }) {
  const { kind, url } = invitation
  return (
    <Modal opened onClose={onClose} title={titleOfLink(invitation)} closeButtonProps={{ 'aria-label': t('close') }}>
      <Stack gap="md">
        <div style={{ maxWidth: 260, width: '100%', margin: '0 auto' }}>
          <QrCode text={url} label={t('link.qr')} />
        </div>
        <Text size="sm" c="dimmed">
          {t(`link.hint.${kind}`)}
        </Text>
        {isLocal(url) && <Alert color="wheat">{t('link.local')}</Alert>}
        <TextInput readOnly value={url} aria-label={t('link.address')} onFocus={(event) => event.target.select()} />
        <CopyButton value={url}>
          {({ copied, copy }) => (
            <Button leftSection={copied ? <IconCheck size={20} /> : <IconCopy size={20} />} onClick={copy}>
              {t(copied ? 'link.copied' : 'link.copy')}
            </Button>
          )}
        </CopyButton>
      </Stack>
    </Modal>
  )
}
