import type { ApplicationStatus } from '@kolosok/contract'
import { Button, Group, Modal, Skeleton, Stack, Text, Timeline, Title } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { isProblem } from '#lib/api.ts'
import { formatMoment } from '#lib/dates.ts'
import { formatPhone, groupPhone } from '#lib/phone.ts'
import { Logo } from '#ui/logo.tsx'
import { EmptyState, ErrorState } from '#ui/states.tsx'
import { ApplicationFormView } from './application-form.tsx'
import { explain } from './failures.ts'
import { Facts } from './facts.tsx'
import classes from './form.module.css'
import { statusQuery, withdrawApplication } from './queries.ts'
import { t } from './texts.ts'

/** What became of an application, for whoever holds its private link. */
export function StatusPage() {
  const { token = '' } = useParams({ strict: false })
  const status = useQuery(statusQuery(token))
  return (
    <main className={classes.page}>
      <Stack className={classes.column} gap="lg">
        <Group gap="xs">
          <Logo />
          <Text fw={600} component={Link} to="/welcome" c="inherit">
            {t('product')}
          </Text>
        </Group>
        {status.isPending && <Skeleton height={280} radius="xl" aria-label={t('loading')} />}
        {status.isError &&
          (isProblem(status.error, 'not-found') ? (
            <EmptyState isPage title={t('status.missing.title')} text={t('status.missing.text')} />
          ) : (
            <ErrorState
              title={t('error.title')}
              text={explain(status.error)}
              retry={t('error.retry')}
              onRetry={() => void status.refetch()}
            />
          ))}
        {status.data && <Shown token={token} status={status.data} />}
      </Stack>
    </main>
  )
}

function Shown({ token, status }: { token: string; status: ApplicationStatus }) {
  const client = useQueryClient()
  const update = (next: ApplicationStatus) => client.setQueryData(statusQuery(token).queryKey, next)
  return (
    <>
      <section className={classes.section}>
        <Title order={1} fz={26}>
          {t(`status.${status.state}.title`)}
        </Title>
        <Text mt={6}>{nextStep(status)}</Text>
        {status.state === 'approved' && !status.isClaimed && (
          <Button component={Link} to="/sign-in" mt="md">
            {t('landing.sign-in')}
          </Button>
        )}
        {(status.state === 'refused' || status.state === 'withdrawn') && (
          <Button component={Link} to="/apply" variant="light" mt="md">
            {t('status.anew')}
          </Button>
        )}
      </section>
      <History status={status} />
      {status.abilities.correct ? (
        <ApplicationFormView
          token={token}
          initial={{ ...status.facts, phone: groupPhone(status.facts.phone) }}
          order={status.order}
          submitText={t('status.resubmit')}
          onDone={(next) => {
            update(next)
            notifications.show({ message: t('status.resubmitted') })
            window.scrollTo(0, 0)
          }}
        />
      ) : (
        <section className={classes.section}>
          <Title order={2} fz="lg" mb="sm">
            {t('status.facts')}
          </Title>
          <Facts facts={status.facts} />
        </section>
      )}
      {status.abilities.withdraw && <Withdraw token={token} onDone={update} />}
    </>
  )
}

function nextStep({ state, isClaimed, isMailOn, facts }: ApplicationStatus): string {
  if (state === 'submitted' && isMailOn) return t('status.submitted.mail', { email: facts.email })
  if (state === 'approved')
    return isClaimed ? t('status.claimed.text') : t('status.approved.text', { phone: formatPhone(facts.phone) })
  return t(`status.${state}.text`)
}

function History({ status: { steps } }: { status: ApplicationStatus }) {
  return (
    <section className={classes.section}>
      <Title order={2} fz="lg" mb="md">
        {t('status.history')}
      </Title>
      <Timeline active={steps.length - 1} bulletSize={18} lineWidth={2}>
        {steps.map(({ kind, at, reason }) => (
          <Timeline.Item key={at + kind} title={t(`step.${kind}`)}>
            {reason !== '' && <Text>{reason}</Text>}
            <Text c="dimmed" fz="sm">
              {formatMoment(at)}
            </Text>
          </Timeline.Item>
        ))}
      </Timeline>
    </section>
  )
}

function Withdraw({ token, onDone }: { token: string; onDone: (status: ApplicationStatus) => void }) {
  const [isAsking, { open, close }] = useDisclosure()
  const withdraw = useMutation({ mutationFn: () => withdrawApplication(token), onSuccess: onDone, onSettled: close })
  return (
    <>
      <Button variant="subtle" color="red" onClick={open}>
        {t('status.withdraw')}
      </Button>
      {withdraw.isError && <Text role="alert">{explain(withdraw.error)}</Text>}
      <Modal opened={isAsking} onClose={close} title={t('withdraw.title')}>
        <Text>{t('withdraw.text')}</Text>
        <Group mt="lg" justify="flex-end">
          <Button variant="default" onClick={close}>
            {t('withdraw.keep')}
          </Button>
          <Button color="red" loading={withdraw.isPending} onClick={() => withdraw.mutate()}>
            {t('withdraw.confirm')}
          </Button>
        </Group>
      </Modal>
    </>
  )
}
