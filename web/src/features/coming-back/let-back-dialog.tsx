import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core'
import { comingBackEndpoints, type Person } from '@kolosok/contract'
import { useMutation } from '@tanstack/react-query'
import { call, isProblem } from '#lib/api.ts'
import { formatMoment } from '#lib/dates.ts'
import { OneTimeCode } from '#ui/one-time-code.tsx'
import { t } from './texts.ts'

type Props = { readonly person: Person; readonly onClose: () => void }

export function LetBackDialog({ person, onClose }: Props) {
  const { name, membershipId } = person
  const make = useMutation({
    mutationFn: () => call(comingBackEndpoints.makeCode, { params: { membershipId } }),
    // Shown once: nothing of it stays in the page after the dialog.
    gcTime: 0,
  })
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('title')}
      closeOnClickOutside={!make.data}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {make.data ? (
        <Stack align="flex-start" role="status">
          <OneTimeCode code={make.data.code} copy={t('copy')} copied={t('copied')} />
          <Text>{t('code.text', { name, until: formatMoment(make.data.expiresAt) })}</Text>
          <Text c="dimmed">{t('code.once')}</Text>
          <Button data-autofocus onClick={onClose}>
            {t('done')}
          </Button>
        </Stack>
      ) : (
        <Stack>
          <Text>{t('ask', { name })}</Text>
          <Text c="dimmed">{t('ask.careful', { name })}</Text>
          {make.isError && (
            <Alert color="red" role="alert">
              {t(isProblem(make.error, 'forbidden') ? 'error.forbidden' : 'error.failed')}
            </Alert>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button data-autofocus loading={make.isPending} onClick={() => make.mutate()}>
              {t('make.submit')}
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  )
}
