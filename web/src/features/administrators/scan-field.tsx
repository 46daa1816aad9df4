import { Button, Group, Progress, Stack, Text } from '@mantine/core'
import type { FileId } from '@kolosok/contract'
import { IconFileText } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { refusalSentence, startUpload } from '#features/files/index.ts'
import { t } from './texts.ts'

export type Scan = { readonly fileId: FileId; readonly name: string }

type Props = {
  readonly scan: Scan | null
  readonly fault: string | null
  readonly onChange: (scan: Scan | null, fault: string | null) => void
}

const ACCEPT = '.pdf,.docx,.jpg,.jpeg,.png,.heic,.heif,application/pdf,image/*'

/** The scan goes up as soon as it is chosen; what it is, the server tells by its content. */
export function ScanField({ scan, fault, onChange }: Props) {
  const chooser = useRef<HTMLInputElement>(null)
  const { sending, send } = useSending(onChange)
  return (
    <Stack gap={6} role="group" aria-label={t('form.scan')}>
      <Text fw={500} fz="sm">
        {t('form.scan')}
      </Text>
      {sending ? (
        <Stack gap={6}>
          <Text fz="sm">{t('form.scan.sending', { name: sending.name })}</Text>
          <Progress
            value={sending.part * 100}
            animated={sending.part === 1}
            aria-label={t('form.scan.sending', { name: sending.name })}
          />
          <Button variant="subtle" onClick={sending.stop}>
            {t('form.scan.stop')}
          </Button>
        </Stack>
      ) : (
        <Group gap="sm">
          {scan && (
            <Group gap={6} wrap="nowrap" miw={0}>
              <IconFileText size={20} aria-hidden="true" />
              <Text style={{ overflowWrap: 'anywhere' }}>{scan.name}</Text>
            </Group>
          )}
          <Button
            id="order-scan"
            variant="light"
            aria-describedby="scan-fault"
            onClick={() => chooser.current?.click()}
          >
            {scan ? t('form.scan.replace') : t('form.scan.choose')}
          </Button>
          {!scan && (
            <Text c="dimmed" fz="sm">
              {t('form.scan.hint')}
            </Text>
          )}
        </Group>
      )}
      <Text id="scan-fault" role="alert" c="var(--danger)" fz="sm">
        {fault}
      </Text>
      <input
        ref={chooser}
        type="file"
        hidden
        accept={ACCEPT}
        data-testid="scan-file"
        onChange={({ currentTarget }) => {
          send(currentTarget.files?.[0])
          currentTarget.value = ''
        }}
      />
    </Stack>
  )
}

type Sending = { readonly name: string; readonly part: number; readonly stop: () => void }

function useSending(onChange: Props['onChange']) {
  const [sending, setSending] = useState<Sending | null>(null)
  const running = useRef<{ cancel: () => void }>(null)
  useEffect(() => () => running.current?.cancel(), [])
  function send(file: File | undefined): void {
    if (!file) return
    onChange(null, null)
    const upload = startUpload(file, {
      onProgress: (part) => setSending((current) => current && { ...current, part }),
      onDone: (fileId) => {
        setSending(null)
        onChange({ fileId, name: file.name }, null)
      },
      onRefused: (reason) => {
        setSending(null)
        onChange(null, refusalSentence(reason))
      },
    })
    running.current = upload
    const stop = () => {
      upload.cancel()
      setSending(null)
    }
    setSending({ name: file.name, part: 0, stop })
  }
  return { sending, send }
}
