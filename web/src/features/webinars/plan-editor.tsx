import { MAX_SEATS, webinarKind, type WebinarPlan, webinarRole } from '@kolosok/contract'
import {
  Checkbox,
  Group,
  Modal,
  NumberInput,
  Select,
  SimpleGrid,
  Stack,
  Switch,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useNavigate } from '@tanstack/react-router'
import { timeZones } from '#lib/time-zones.ts'
import { DateField, TimeField } from '#ui/date-field.tsx'
import { DialogActions } from '#ui/dialog-actions.tsx'
import { p } from './plan-texts.ts'
import { type PlanForm, usePlanEditor } from './use-plan-editor.ts'

type Props = { readonly webinar?: WebinarPlan; readonly onClose: () => void }

/** A new draft, which is opened then; or what is announced, changed. */
export function PlanEditor({ webinar, onClose }: Props) {
  const isPhone = useMediaQuery('(max-width: 48em)')
  const navigate = useNavigate()
  const { form, submit, isPending, problem } = usePlanEditor(webinar, (webinarId) => {
    onClose()
    if (!webinar) void navigate({ to: '/operator/webinars/$webinarId', params: { webinarId } })
  })
  return (
    <Modal
      opened
      onClose={onClose}
      title={p(webinar ? 'editor.edit' : 'editor.new')}
      size="lg"
      fullScreen={isPhone}
      closeOnClickOutside={false}
    >
      <form noValidate onSubmit={submit}>
        <Stack>
          <TextInput
            label={p('editor.title')}
            placeholder={p('editor.title.hint')}
            maxLength={150}
            data-autofocus
            {...form.getInputProps('title')}
          />
          <WhenFields form={form} />
          <WhereFields form={form} />
          <Checkbox.Group
            label={p('editor.roles')}
            description={p('editor.roles.hint')}
            {...form.getInputProps('roles')}
          >
            <Group mt="xs" gap="md">
              {webinarRole.options.map((role) => (
                <Checkbox key={role} value={role} label={p(`role.${role}`)} />
              ))}
            </Group>
          </Checkbox.Group>
          <NumberInput
            label={p('editor.seats')}
            description={p('editor.seats.hint')}
            min={1}
            max={MAX_SEATS}
            allowDecimal={false}
            allowNegative={false}
            {...form.getInputProps('seats')}
          />
          <Switch
            label={p('editor.certificate')}
            description={p('editor.certificate.hint')}
            {...form.getInputProps('givesCertificate', { type: 'checkbox' })}
          />
          <TextInput
            label={p('editor.speaker')}
            placeholder={p('editor.speaker.hint')}
            maxLength={300}
            {...form.getInputProps('speaker')}
          />
          <Textarea
            label={p('editor.about')}
            description={p('editor.about.hint')}
            maxLength={5_000}
            autosize
            minRows={3}
            maxRows={12}
            {...form.getInputProps('about')}
          />
          {webinar?.state === 'published' && <Text c="dimmed">{p('editor.told')}</Text>}
          <DialogActions
            submit={p(webinar ? 'editor.save' : 'editor.draft')}
            isPending={isPending}
            problem={problem}
            onClose={onClose}
          />
        </Stack>
      </form>
    </Modal>
  )
}

function WhereFields({ form }: { form: PlanForm }) {
  return (
    <>
      <Select
        label={p('editor.kind')}
        data={webinarKind.options.map((value) => ({ value, label: p(`kind.${value}`) }))}
        allowDeselect={false}
        {...form.getInputProps('kind')}
      />
      {form.values.kind === 'in-person' && (
        <TextInput
          label={p('editor.place')}
          placeholder={p('editor.place.hint')}
          maxLength={300}
          {...form.getInputProps('place')}
        />
      )}
    </>
  )
}

function WhenFields({ form }: { form: PlanForm }) {
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 3 }}>
        <DateField label={p('editor.day')} {...form.getInputProps('day')} />
        <TimeField label={p('editor.from')} {...form.getInputProps('from')} />
        <TimeField label={p('editor.until')} {...form.getInputProps('until')} />
      </SimpleGrid>
      <Select
        label={p('editor.zone')}
        description={p('editor.zone.hint')}
        data={timeZones(form.values.timeZone)}
        allowDeselect={false}
        {...form.getInputProps('timeZone')}
      />
    </>
  )
}
