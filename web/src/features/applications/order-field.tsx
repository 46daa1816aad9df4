import { type ApplicationOrder, MAX_ORDER_BYTES } from '@kolosok/contract'
import { Button, Group, Progress, Stack, Text } from '@mantine/core'
import { IconCamera, IconCircleCheck, IconFileText } from '@tabler/icons-react'
import { type DragEvent, useRef, useState } from 'react'
import { explain } from './failures.ts'
import classes from './form.module.css'
import { sendOrder } from './send-order.ts'
import { say, t } from './texts.ts'

type Props = {
  readonly token: string
  readonly order: ApplicationOrder | null
  readonly fault: string | null
  readonly onChange: (order: ApplicationOrder | null, fault: string | null) => void
  /** A file sets out; told at the end is whether it arrived. */
  readonly onSending: (arrival: Promise<boolean>) => void
}

const ACCEPT = '.pdf,.docx,.jpg,.jpeg,.png,.heic,.heif,application/pdf,image/*'

/** The order: dragged here, chosen, or photographed; on its way it can be stopped. */
export function OrderField({ token, order, fault, onChange, onSending }: Props) {
  const chooser = useRef<HTMLInputElement>(null)
  const camera = useRef<HTMLInputElement>(null)
  const { sending, send } = useSending({ token, onChange, onSending })
  const handleDrop = (event: DragEvent) => {
    event.preventDefault()
    send(event.dataTransfer.files[0])
  }

  return (
    <Stack gap={6}>
      <div
        className={classes.drop}
        data-bad={fault !== null || undefined}
        onDrop={handleDrop}
        onDragOver={(event) => event.preventDefault()}
      >
        {sending && <Sending {...sending} />}
        {!sending && (
          <>
            {order ? <Ready order={order} /> : <Invitation />}
            <Group justify="center" gap="sm">
              <Button
                id="order"
                variant="light"
                aria-describedby="order-fault"
                onClick={() => chooser.current?.click()}
              >
                {order ? t('order.replace') : t('order.choose')}
              </Button>
              <Button
                className={classes.touch}
                variant="subtle"
                leftSection={<IconCamera size={20} />}
                onClick={() => camera.current?.click()}
              >
                {t('order.photo')}
              </Button>
            </Group>
          </>
        )}
        <input
          ref={chooser}
          type="file"
          accept={ACCEPT}
          hidden
          data-testid="order-file"
          onChange={({ currentTarget }) => send(currentTarget.files?.[0])}
        />
        <input
          ref={camera}
          type="file"
          accept="image/*"
          capture="environment"
          hidden
          onChange={({ currentTarget }) => send(currentTarget.files?.[0])}
        />
      </div>
      <Text id="order-fault" role="alert" c="var(--danger)" fz="sm">
        {fault}
      </Text>
    </Stack>
  )
}

type Sent = { readonly name: string; readonly percent: number; readonly stop: () => void }

function useSending({ token, onChange, onSending }: Pick<Props, 'token' | 'onChange' | 'onSending'>) {
  const [sending, setSending] = useState<Sent | null>(null)
  function send(file: File | undefined): void {
    if (!file) return
    const given = file
    if (file.size > MAX_ORDER_BYTES) {
      onChange(null, say(['refused.file-too-large'], 'refused.other'))
      return
    }
    const control = new AbortController()
    const stop = () => {
      control.abort()
      setSending(null)
    }
    const onProgress = (percent: number) => setSending({ name: file.name, percent, stop })
    onProgress(0)
    async function deliver(): Promise<boolean> {
      try {
        onChange(await sendOrder({ token, file: given, onProgress }, control.signal), null)
        return true
      } catch (error) {
        if (!control.signal.aborted) onChange(null, explain(error))
        return false
      } finally {
        setSending(null)
      }
    }
    onSending(deliver())
  }
  return { sending, send }
}

function Sending({ name, percent, stop }: Sent) {
  return (
    <Stack gap="xs" w="100%">
      <Text ta="center">{percent < 100 ? t('order.sending', { name }) : t('order.checking')}</Text>
      <Progress value={percent} animated={percent === 100} aria-label={t('order.sending', { name })} />
      <Button variant="subtle" onClick={stop}>
        {t('order.cancel')}
      </Button>
    </Stack>
  )
}

function Ready({ order }: { order: ApplicationOrder }) {
  return (
    <Group gap="xs" justify="center" role="status">
      <IconCircleCheck color="var(--ok)" aria-label={t('order.ready')} />
      <Text fw={500} className={classes.name}>
        {order.name}
      </Text>
    </Group>
  )
}

function Invitation() {
  return (
    <Stack align="center" gap={4}>
      <IconFileText size={32} color="var(--accent)" aria-hidden="true" />
      <Text ta="center" className={classes.touch}>
        {t('order.take')}
      </Text>
      <Text ta="center" className={classes.mouse}>
        {t('order.drop')}
      </Text>
      <Text c="dimmed" fz="sm">
        {t('order.kinds')}
      </Text>
    </Stack>
  )
}
