import { type GuestLink, MAX_LINK_GUESTS, type MeetingId } from '@kolosok/contract'
import { Alert, Button, CopyButton, Group, NumberInput, Stack, Text, TextInput } from '@mantine/core'
import { IconLinkPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatMoment } from '#lib/dates.ts'
import { ConfirmDialog } from '#ui/confirm-dialog.tsx'
import { openLinkQuery, useLink } from './queries.ts'
import { t } from './texts.ts'

/** As many as are usually asked for: a speaker, and who helps them. */
const USUAL = 3

/** On a meeting's page, for those who look after it. */
export function GuestLinkPanel({ meetingId }: { meetingId: MeetingId }) {
  const query = useQuery(openLinkQuery(meetingId))
  const { save } = useLink(meetingId)
  if (!query.data) return null
  const { link, hasWaiting } = query.data
  return (
    <Stack gap="sm">
      <Text c="dimmed" fz="sm">
        {t('link.text')}
      </Text>
      {link ? (
        <OpenLink key={link.url} meetingId={meetingId} link={link} />
      ) : (
        <Group>
          {hasWaiting && <Text fz="sm">{t('link.waiting')}</Text>}
          {hasWaiting && <CloseLink meetingId={meetingId} />}
          <Button
            variant="default"
            leftSection={<IconLinkPlus size={20} />}
            loading={save.isPending}
            onClick={() => save.mutate(USUAL)}
          >
            {t('link.make')}
          </Button>
        </Group>
      )}
      {save.isError && (
        <Alert color="red" role="alert">
          {t('link.failed')}
        </Alert>
      )}
    </Stack>
  )
}

function OpenLink({ meetingId, link }: { meetingId: MeetingId; link: GuestLink }) {
  const { save } = useLink(meetingId)
  const [max, setMax] = useState<number | string>(link.maxGuests)
  return (
    <>
      <Group align="flex-end" gap="sm">
        <TextInput flex={1} miw={220} label={t('link.address')} value={link.url} readOnly />
        <CopyButton value={link.url}>
          {({ copied, copy }) => <Button onClick={copy}>{t(copied ? 'link.copied' : 'link.copy')}</Button>}
        </CopyButton>
      </Group>
      <Text fz="sm">
        {t('link.until', { when: formatMoment(link.until) })} {t('link.used', { used: link.used, max: link.maxGuests })}
        .
      </Text>
      <Group align="flex-end" gap="sm">
        <NumberInput
          label={t('link.max')}
          min={1}
          max={MAX_LINK_GUESTS}
          clampBehavior="strict"
          allowDecimal={false}
          w={220}
          value={max}
          onChange={setMax}
        />
        {typeof max === 'number' && max !== link.maxGuests && (
          <Button variant="default" loading={save.isPending} onClick={() => save.mutate(max)}>
            {t('link.save')}
          </Button>
        )}
        <CloseLink meetingId={meetingId} />
      </Group>
      {save.isError && (
        <Alert color="red" role="alert">
          {t('link.failed')}
        </Alert>
      )}
      <Text c="dimmed" fz="sm">
        {t('link.privacy')}
      </Text>
    </>
  )
}

function CloseLink({ meetingId }: { meetingId: MeetingId }) {
  const { revoke } = useLink(meetingId)
  const [isRevoking, setRevoking] = useState(false)
  return (
    <>
      <Button variant="subtle" color="red" onClick={() => setRevoking(true)}>
        {t('link.revoke')}
      </Button>
      <ConfirmDialog
        isOpen={isRevoking}
        title={t('link.revoke.title')}
        text={t('link.revoke.text')}
        confirm={t('link.revoke')}
        cancel={t('cancel')}
        isPending={revoke.isPending}
        problem={revoke.isError ? t('link.failed') : null}
        onConfirm={() => revoke.mutate(undefined, { onSuccess: () => setRevoking(false) })}
        onClose={() => setRevoking(false)}
      />
    </>
  )
}
