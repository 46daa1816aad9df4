import { MAX_SUBJECT, MAX_TEXT } from '@kolosok/contract'
import {
  ActionIcon,
  Alert,
  Button,
  Group,
  NativeSelect,
  Radio,
  Stack,
  Text,
  Textarea,
  TextInput,
  Title,
} from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { FilePicker } from '#features/files/index.ts'
import { installationQuery } from '#lib/installation.ts'
import { t } from './texts.ts'
import classes from './tickets.module.css'
import { type Asking, useAsking } from './use-asking.ts'

/** Asking: whom, what about, and whatever shows it. */
export function NewTicketPage() {
  const { page = '' }: { page?: string } = useSearch({ strict: false })
  const asking = useAsking(page)
  const isMailOn = useQuery({ ...installationQuery(), select: ({ codeWays }) => codeWays.includes('email') }).data
  return (
    <div className={classes.page} data-narrow>
      <Group wrap="nowrap" gap="xs">
        <ActionIcon
          renderRoot={(props) => <Link to="/help" {...props} />}
          variant="subtle"
          color="gray"
          size={44}
          aria-label={t('back')}
        >
          <IconArrowLeft size={22} />
        </ActionIcon>
        <Title order={1} fz={26}>
          {t('new.title')}
        </Title>
      </Group>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          asking.submit()
        }}
      >
        <Stack>
          <Whom asking={asking} />
          <TextInput
            label={t('new.subject')}
            description={t('new.subject.hint')}
            maxLength={MAX_SUBJECT}
            value={asking.subject}
            onChange={({ currentTarget }) => asking.change({ subject: currentTarget.value })}
            error={asking.faults['subject']}
          />
          <Textarea
            label={t('new.text')}
            description={t('new.text.hint')}
            maxLength={MAX_TEXT}
            autosize
            minRows={5}
            maxRows={16}
            value={asking.text}
            onChange={({ currentTarget }) => asking.change({ text: currentTarget.value })}
            error={asking.faults['text'] ?? asking.faults['fileIds']}
          />
          <FilePicker tray={asking.tray} label={t('files.add')} />
          {isMailOn && (
            <TextInput
              type="email"
              inputMode="email"
              autoComplete="email"
              label={t('new.email')}
              description={t('new.email.hint')}
              maxLength={200}
              value={asking.email}
              onChange={({ currentTarget }) => asking.change({ email: currentTarget.value })}
              error={asking.faults['email']}
            />
          )}
          {page !== '' && (
            <Text c="dimmed" fz="sm">
              {t('new.page', { page })}
            </Text>
          )}
          {asking.problem !== null && (
            <Alert color="red" role="alert">
              {asking.problem}
            </Alert>
          )}
          <Button
            type="submit"
            size="md"
            loading={asking.isPending}
            disabled={asking.tray.isBusy}
            style={{ alignSelf: 'flex-start' }}
          >
            {t(asking.tray.isBusy ? 'files.busy' : 'new.send')}
          </Button>
        </Stack>
      </form>
    </div>
  )
}

/** Those who answer at a desk themselves ask the other one. */
function Whom({ asking }: { asking: Asking }) {
  const { desk, desks, organization, organizations, change, faults } = asking
  return (
    <>
      {organizations.length > 1 && (
        <NativeSelect
          size="md"
          label={t('new.where')}
          value={organization?.id ?? ''}
          data={[
            ...organizations.map(({ id, shortName }) => ({ value: id, label: shortName })),
            { value: '', label: t('new.where.none') },
          ]}
          onChange={({ currentTarget }) => change({ organizationId: currentTarget.value })}
        />
      )}
      <Radio.Group
        label={t('new.whom')}
        value={desk}
        onChange={(value) => change({ desk: value === 'organization' ? 'organization' : 'platform' })}
        error={faults['desk'] ?? faults['organizationId']}
      >
        <Stack gap={4} mt={6}>
          {desks.includes('organization') && (
            <Radio
              size="md"
              py={6}
              value="organization"
              label={t('new.organization')}
              description={t('new.organization.hint', { name: organization?.shortName ?? '' })}
            />
          )}
          {desks.includes('platform') && (
            <Radio size="md" py={6} value="platform" label={t('new.platform')} description={t('new.platform.hint')} />
          )}
        </Stack>
      </Radio.Group>
    </>
  )
}
