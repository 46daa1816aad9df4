import { Button, Container, Group, Paper, Skeleton, Stack, Text, Title } from '@mantine/core'
import { IconDeviceLaptop, IconDeviceMobile, IconKey } from '@tabler/icons-react'
import type { ComingBackCode, Device } from '@kolosok/contract'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatMoment, formatRecent } from '#lib/dates.ts'
import { ConfirmDialog } from '#ui/confirm-dialog.tsx'
import { Explained } from '#ui/help-mark.tsx'
import { ErrorState } from '#ui/states.tsx'
import { deviceName, isPhone } from './device-name.ts'
import { devicesQuery, useEndDevices, useRevokeCode } from './queries.ts'
import { t } from './texts.ts'

/** Where this account is signed in, this device first. */
export function DevicesPage() {
  const query = useQuery(devicesQuery())
  if (query.isError && !query.data) {
    return (
      <ErrorState
        title={t('load.title')}
        text={t('load.text')}
        retry={t('load.retry')}
        onRetry={() => void query.refetch()}
      />
    )
  }
  return (
    <Container size={640} py="lg">
      <Explained>
        <Title order={1} fz={26}>
          {t('title')}
        </Title>
      </Explained>
      <Text c="dimmed" mb="md">
        {t('intro')}
      </Text>
      {query.data ? (
        <Stack gap="sm">
          {query.data.comingBackCodes.map((code) => (
            <CodeCard key={code.personalCodeId} code={code} />
          ))}
          <DeviceList devices={query.data.devices} />
        </Stack>
      ) : (
        <Skeleton h={88} radius="lg" aria-label={t('loading')} />
      )}
    </Container>
  )
}

function DeviceList({ devices }: { devices: readonly Device[] }) {
  const [ending, setEnding] = useState<Device | 'others' | null>(null)
  const end = useEndDevices(() => setEnding(null))
  const all = devices.toSorted((a, b) => Number(b.isThisOne) - Number(a.isThisOne))
  const isOthers = ending === 'others'
  const one = isOthers ? null : ending
  const ask = (which: Device | 'others') => {
    end.reset()
    setEnding(which)
  }
  return (
    <>
      {all.map((device) => (
        <DeviceCard key={device.sessionId} device={device} onEnd={() => ask(device)} />
      ))}
      {all.length === 1 ? (
        <Text c="dimmed">{t('only-this')}</Text>
      ) : (
        <Button variant="light" color="red" onClick={() => ask('others')}>
          {t('end-others')}
        </Button>
      )}
      <ConfirmDialog
        isOpen={ending !== null}
        title={t(isOthers ? 'end-others.title' : 'end.title')}
        text={
          one
            ? t('end.text', { device: deviceName(one.userAgent) })
            : t('end-others.text', { count: Math.max(1, all.length - 1) })
        }
        confirm={t('end')}
        cancel={t('cancel')}
        isPending={end.isPending}
        problem={end.isError ? t('failed') : null}
        onConfirm={() => end.mutate(one?.sessionId ?? null)}
        onClose={() => setEnding(null)}
      />
    </>
  )
}

function DeviceCard({ device, onEnd }: { device: Device; onEnd: () => void }) {
  const { userAgent, isThisOne, address, usedAt } = device
  const name = deviceName(userAgent)
  const Icon = isPhone(userAgent) ? IconDeviceMobile : IconDeviceLaptop
  return (
    <Paper withBorder radius="lg" p="md">
      <Group align="flex-start" gap="sm">
        <Icon size={28} aria-hidden="true" />
        <div style={{ flex: '1 1 180px', minWidth: 0 }}>
          <Text fw={600}>{name}</Text>
          <Text size="sm" c="dimmed">
            {isThisOne ? t('this-one') : t('used', { when: formatRecent(usedAt) })}
          </Text>
          {address !== '' && (
            <Text size="sm" c="dimmed">
              {t('address', { address })}
            </Text>
          )}
        </div>
        {!isThisOne && (
          <Button variant="subtle" color="red" aria-label={t('end.label', { device: name })} onClick={onEnd}>
            {t('end')}
          </Button>
        )}
      </Group>
    </Paper>
  )
}

function CodeCard({ code }: { code: ComingBackCode }) {
  const revoke = useRevokeCode()
  const { createdBy, createdAt, expiresAt, personalCodeId } = code
  const name = createdBy === '' ? t('code.no-name') : createdBy
  return (
    <Paper radius="lg" p="md" bg="var(--wheat-soft)">
      <Group wrap="nowrap" align="flex-start" c="var(--wheat-ink)">
        <IconKey size={28} aria-hidden="true" />
        <Stack gap={4} style={{ flex: 1 }} align="flex-start">
          <Text fw={600}>{t('code.title')}</Text>
          <Text size="sm">
            {t('code.text', { name, when: formatMoment(createdAt), until: formatMoment(expiresAt) })}
          </Text>
          {revoke.isError && <Text role="alert">{t('failed')}</Text>}
          <Button variant="default" loading={revoke.isPending} onClick={() => revoke.mutate(personalCodeId)}>
            {t('code.revoke')}
          </Button>
        </Stack>
      </Group>
    </Paper>
  )
}
