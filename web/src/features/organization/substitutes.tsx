import { ActionIcon, Button, Group as Row, Menu, Modal, Select, Stack, Text } from '@mantine/core'
import { type Group, groupEndpoints, type MembershipId, type Substitution } from '@kolosok/contract'
import { IconCalendar, IconDots, IconPlayerStop } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { useOrganization } from '#features/organization-frame/index.ts'
import { formatCalendarDay, toCalendarDay } from '#lib/dates.ts'
import { newId } from '#lib/new-id.ts'
import { ConfirmDialog } from '#ui/confirm-dialog.tsx'
import { DateField } from '#ui/date-field.tsx'
import { Face } from '#ui/face.tsx'
import classes from './group.module.css'
import { useChange } from './mutations.ts'
import { badFieldsOf, sentenceOf, showProblem } from './problems.ts'
import { staffQuery } from './queries.ts'
import { Loaded } from './query-states.tsx'
import { t } from './group-texts.ts'

const DAY = 24 * 60 * 60 * 1000

/** Who stands in, until when; below the group's own teachers. */
export function SubstituteRow({ group, substitution }: { group: Group; substitution: Substitution }) {
  const { person, firstDay, lastDay, state } = substitution
  const [asked, setAsked] = useState<'until' | 'end' | null>(null)
  const end = useChange(groupEndpoints.endSubstitution)
  const params = { groupId: group.id, substitutionId: substitution.id }
  const until = formatCalendarDay(lastDay)
  const term =
    state === 'current'
      ? t('substitute.until', { until })
      : t('substitute.planned', { from: formatCalendarDay(firstDay), until })
  const close = () => setAsked(null)
  return (
    <li className={classes.row}>
      <Face name={person.name} />
      <span className={classes.who}>
        <b>{person.name}</b>
        <small>{[person.label, term].filter((part) => part !== '').join(' · ')}</small>
        {!person.isConfirmed && <small className={classes.waiting}>{t('group.teachers.unconfirmed')}</small>}
      </span>
      {group.abilities.assignTeachers && (
        <Menu position="bottom-end" width={240}>
          <Menu.Target>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={44}
              aria-label={t('substitute.actions', { name: person.name })}
            >
              <IconDots size={22} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconCalendar size={18} />} onClick={() => setAsked('until')}>
              {t('substitute.change')}
            </Menu.Item>
            <Menu.Item color="red" leftSection={<IconPlayerStop size={18} />} onClick={() => setAsked('end')}>
              {t(`substitute.end.${state}`)}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
      {asked === 'until' && <SetLastDay group={group} substitution={substitution} onClose={close} />}
      <ConfirmDialog
        isOpen={asked === 'end'}
        title={t(`substitute.end.${state}.title`, { name: person.name })}
        text={t(`substitute.end.${state}.text`)}
        confirm={t(`substitute.end.${state}`)}
        cancel={t('cancel')}
        isPending={end.isPending}
        problem={end.isError ? sentenceOf(end.error) : null}
        onConfirm={() => end.mutate({ params }, { onSuccess: close })}
        onClose={close}
      />
    </li>
  )
}

function SetLastDay({
  group,
  substitution,
  onClose,
}: {
  group: Group
  substitution: Substitution
  onClose: () => void
}) {
  const [lastDay, setDay] = useState(substitution.lastDay)
  const change = useChange(groupEndpoints.setLastDay)
  const bad = badFieldsOf(change.error) ?? {}
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const params = { groupId: group.id, substitutionId: substitution.id }
    change.mutate(
      { params, body: { lastDay } },
      { onSuccess: onClose, onError: (error) => badFieldsOf(error) ?? showProblem(error) },
    )
  }
  return (
    <Modal opened onClose={onClose} title={t('substitute.change.title', { name: substitution.person.name })}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <DateField
            data-autofocus
            label={t('substitute.last')}
            value={lastDay}
            onChange={setDay}
            error={bad['lastDay']}
          />
          <Button type="submit" disabled={lastDay === ''} loading={change.isPending}>
            {t('save')}
          </Button>
        </Stack>
      </form>
    </Modal>
  )
}

/** From day to day; what they may then is said beside it. */
export function NameSubstitute({ group, onClose }: { group: Group; onClose: () => void }) {
  const { id } = useOrganization()
  const staff = useQuery(staffQuery(id))
  const name = useChange(groupEndpoints.nameSubstitute)
  // One id for however many tries it takes.
  const [substitutionId] = useState(() => newId() as Substitution['id'])
  const [membershipId, setChosen] = useState<MembershipId | null>(null)
  const [firstDay, setFirst] = useState(() => toCalendarDay(new Date()))
  const [lastDay, setLast] = useState(() => toCalendarDay(new Date(Date.now() + 14 * DAY)))
  const bad = badFieldsOf(name.error) ?? {}
  const leads = new Set(group.teachers.filter(({ duty }) => duty === 'lead').map(({ person }) => person.membershipId))

  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (!membershipId) return
    const params = { groupId: group.id, substitutionId }
    name.mutate(
      { params, body: { membershipId, firstDay, lastDay } },
      { onSuccess: onClose, onError: (error) => badFieldsOf(error) ?? showProblem(error) },
    )
  }

  return (
    <Modal opened onClose={onClose} title={t('substitute.title', { group: group.name })}>
      <Loaded query={staff} rows={2}>
        {(all) => (
          <form onSubmit={submit} noValidate>
            <Stack>
              <Select
                label={t('substitute.who')}
                searchable
                nothingFoundMessage={t('group.teachers.choose.empty')}
                data={all
                  .filter(({ person }) => !leads.has(person.membershipId))
                  .map(({ person, fullName }) => ({
                    value: person.membershipId,
                    label: [fullName, person.label].filter((part) => part !== '').join(', '),
                  }))}
                value={membershipId}
                onChange={setChosen}
                error={bad['membershipId']}
              />
              <Row grow align="flex-start">
                <DateField label={t('substitute.first')} value={firstDay} onChange={setFirst} error={bad['firstDay']} />
                <DateField label={t('substitute.last')} value={lastDay} onChange={setLast} error={bad['lastDay']} />
              </Row>
              <Text c="dimmed">{t('substitute.text')}</Text>
              <Button
                type="submit"
                disabled={membershipId === null || firstDay === '' || lastDay === ''}
                loading={name.isPending}
              >
                {t('substitute.do')}
              </Button>
            </Stack>
          </form>
        )}
      </Loaded>
    </Modal>
  )
}
