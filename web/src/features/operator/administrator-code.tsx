import type { OperatorApplication } from '@kolosok/contract'
import { Button, Modal, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { formatMoment } from '#lib/dates.ts'
import { formatPhone } from '#lib/phone.ts'
import { OneTimeCode } from '#ui/one-time-code.tsx'
import { makeCode } from './queries.ts'
import { t } from './texts.ts'

/** The way in for an administrator whom neither SMS nor a letter reaches. */
export function AdministratorCode({ application }: { application: OperatorApplication }) {
  const code = useMutation({ mutationFn: () => makeCode(application.id) })
  return (
    <>
      <Button mt="sm" variant="light" loading={code.isPending} onClick={() => code.mutate()}>
        {t('code.make')}
      </Button>
      {code.isError && <Text role="alert">{t('error.failed')}</Text>}
      <Modal opened={code.data !== undefined} onClose={() => code.reset()} title={t('code.title')}>
        {code.data && (
          <Stack align="center">
            <OneTimeCode code={code.data.code} copy={t('copy')} copied={t('copied')} />
            <Text>
              {t('code.text', {
                until: formatMoment(code.data.expiresAt),
                phone: formatPhone(application.facts.phone),
              })}
            </Text>
          </Stack>
        )}
      </Modal>
    </>
  )
}
