import type { Broadcast, OrganizationId } from '@kolosok/contract'
import { Modal, SegmentedControl, Select, Stack, Switch, Textarea, TextInput } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { AudienceField } from '#features/audience/index.ts'
import { channelsQuery } from '#features/channels/index.ts'
import { groupsQuery } from '#features/organization/index.ts'
import { MomentField } from '#ui/date-field.tsx'
import { DialogActions } from '#ui/dialog-actions.tsx'
import { t } from './texts.ts'
import { type PlanRights, usePlan } from './use-plan.ts'

type Props = {
  readonly organizationId: OrganizationId
  readonly rights: PlanRights
  readonly broadcast?: Broadcast
  readonly onClose: () => void
}

export function PlanDialog({ organizationId, rights, broadcast, onClose }: Props) {
  const isPhone = useMediaQuery('(max-width: 48em)')
  const { form, submit, isPending, problem } = usePlan(organizationId, rights, broadcast, onClose)
  const isAny = rights.mayPlanFor.includes('all')
  const groups = useQuery({ ...groupsQuery(organizationId), enabled: isAny }).data ?? rights.ownGroups
  const { isNow, audience } = form.values
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(broadcast ? 'edit' : 'new')}
      size="lg"
      fullScreen={isPhone}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form noValidate onSubmit={submit}>
        <Stack>
          <TextInput
            label={t('plan.title')}
            description={t('plan.title.hint')}
            maxLength={150}
            data-autofocus
            {...form.getInputProps('title')}
          />
          <Textarea
            label={t('plan.about')}
            description={t('plan.about.hint')}
            maxLength={2_000}
            autosize
            minRows={2}
            maxRows={8}
            {...form.getInputProps('about')}
          />
          <AudienceField
            value={audience}
            onChange={(value) => form.setFieldValue('audience', value)}
            kinds={rights.mayPlanFor}
            groups={groups}
            error={form.errors['audience']}
          />
          {!broadcast && (
            <SegmentedControl
              fullWidth
              size="md"
              aria-label={t('plan.when')}
              data={[
                { value: 'later', label: t('plan.later') },
                { value: 'now', label: t('plan.now') },
              ]}
              value={isNow ? 'now' : 'later'}
              onChange={(value) => form.setFieldValue('isNow', value === 'now')}
            />
          )}
          {!isNow && (
            <MomentField label={t('plan.at')} description={t('plan.at.hint')} {...form.getInputProps('plannedAt')} />
          )}
          <Switch
            label={t('plan.questions')}
            description={t('plan.questions.hint')}
            {...form.getInputProps('takesQuestions', { type: 'checkbox' })}
          />
          <Switch
            label={t('plan.chat')}
            description={t('plan.chat.hint')}
            {...form.getInputProps('hasChat', { type: 'checkbox' })}
          />
          {!broadcast && !isNow && (
            <ChannelField organizationId={organizationId} field={form.getInputProps('channelId')} />
          )}
          <DialogActions
            submit={t(broadcast ? 'plan.change' : isNow ? 'plan.go' : 'plan.save')}
            isPending={isPending}
            problem={problem}
            onClose={onClose}
          />
        </Stack>
      </form>
    </Modal>
  )
}

type ChannelProps = { readonly organizationId: OrganizationId; readonly field: { readonly value?: string | null } }

/** Where it is announced, of the channels somebody may say something in. */
function ChannelField({ organizationId, field }: ChannelProps) {
  const channels = useQuery(channelsQuery(organizationId)).data?.channels ?? []
  const mine = channels.filter(({ mayPropose, isClosed }) => mayPropose && !isClosed)
  const chosen = mine.find(({ id }) => id === field.value)
  if (mine.length === 0) return null
  return (
    <Select
      label={t('plan.channel')}
      description={chosen && t(chosen.mayPublish ? 'plan.channel.publish' : 'plan.channel.propose')}
      placeholder={t('plan.channel.none')}
      data={mine.map(({ id, title }) => ({ value: id, label: title }))}
      clearable
      clearButtonProps={{ 'aria-label': t('plan.channel.none') }}
      {...field}
    />
  )
}
