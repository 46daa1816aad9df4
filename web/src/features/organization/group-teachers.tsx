import { ActionIcon, Button, Group as Row, Modal, SegmentedControl, Select, Stack, Text, Title } from '@mantine/core'
import { type Duty, type Group, groupEndpoints, type MembershipId, type Person } from '@kolosok/contract'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useOrganization } from '#features/organization-frame/index.ts'
import { ConfirmedBadge } from '#ui/confirmed-badge.tsx'
import { Face } from '#ui/face.tsx'
import classes from './group.module.css'
import { showUndo } from '#ui/show-undo.ts'
import { useChange } from './mutations.ts'
import { showProblem } from './problems.ts'
import { staffQuery } from './queries.ts'
import { Loaded } from './query-states.tsx'
import { NameSubstitute, SubstituteRow } from './substitutes.tsx'
import { t } from './group-texts.ts'

export function GroupTeachers({ group }: { group: Group }) {
  const [asked, setAsked] = useState<'attach' | 'substitute' | null>(null)
  const mayAssign = group.abilities.assignTeachers
  return (
    <section className={classes.section} aria-labelledby="teachers">
      <div className={classes.top}>
        <Title order={2} fz="lg" id="teachers">
          {t('group.teachers')}
        </Title>
        {mayAssign && (
          <Row gap="xs">
            {group.kind !== 'staff' && !group.isArchived && (
              <Button variant="default" onClick={() => setAsked('substitute')}>
                {t('substitute')}
              </Button>
            )}
            <Button variant="light" leftSection={<IconPlus size={20} />} onClick={() => setAsked('attach')}>
              {t('group.teachers.add')}
            </Button>
          </Row>
        )}
      </div>
      {group.teachers.length + group.substitutes.length === 0 && (
        <Text c="dimmed">{t(mayAssign ? 'group.teachers.empty' : 'group.teachers.empty.see')}</Text>
      )}
      <ul className={classes.rows}>
        {group.teachers.map(({ person, duty }) => (
          <Teacher key={person.membershipId} group={group} person={person} duty={duty} />
        ))}
        {group.substitutes.map((substitution) => (
          <SubstituteRow key={substitution.id} group={group} substitution={substitution} />
        ))}
      </ul>
      {asked === 'attach' && <AttachTeacher group={group} onClose={() => setAsked(null)} />}
      {asked === 'substitute' && <NameSubstitute group={group} onClose={() => setAsked(null)} />}
    </section>
  )
}

function Teacher({ group, person, duty }: { group: Group; person: Person; duty: Duty }) {
  const detach = useChange(groupEndpoints.detachTeacher)
  const attach = useChange(groupEndpoints.attachTeacher)
  const params = { groupId: group.id, membershipId: person.membershipId }
  const undo = () => attach.mutate({ params, body: { duty } }, { onError: showProblem })
  const remove = () =>
    detach.mutate(
      { params },
      {
        onSuccess: () => showUndo(t('group.detached', { name: person.name }), { label: t('undo'), run: undo }),
        onError: showProblem,
      },
    )
  return (
    <li className={classes.row}>
      <Face name={person.name} />
      <span className={classes.who}>
        <b>
          {person.name}
          {person.isConfirmed && <ConfirmedBadge label={t('confirmed')} />}
        </b>
        <small>{[person.label, t(`duty.${duty}`)].filter((part) => part !== '').join(' · ')}</small>
        {!person.isConfirmed && <small className={classes.waiting}>{t('group.teachers.unconfirmed')}</small>}
      </span>
      {group.abilities.assignTeachers && (
        <ActionIcon
          variant="subtle"
          color="gray"
          size={44}
          loading={detach.isPending}
          aria-label={t('group.detach', { name: person.name })}
          onClick={remove}
        >
          <IconX size={20} />
        </ActionIcon>
      )}
    </li>
  )
}

function AttachTeacher({ group, onClose }: { group: Group; onClose: () => void }) {
  const { id } = useOrganization()
  const staff = useQuery(staffQuery(id))
  const attach = useChange(groupEndpoints.attachTeacher)
  const [chosen, setChosen] = useState<MembershipId | null>(null)
  const [duty, setDuty] = useState<Duty>('lead')
  const here = new Set(group.teachers.map(({ person }) => person.membershipId))

  const submit = () => {
    if (!chosen) return
    const params = { groupId: group.id, membershipId: chosen }
    attach.mutate({ params, body: { duty } }, { onSuccess: onClose, onError: showProblem })
  }

  return (
    <Modal opened onClose={onClose} title={t('group.teachers.add')}>
      <Loaded query={staff} rows={2}>
        {(all) => {
          const others = all.filter(({ person }) => !here.has(person.membershipId))
          if (others.length === 0) return <Text>{t('group.teachers.none-left')}</Text>
          return (
            <Stack>
              <Select
                label={t('group.teachers.choose')}
                searchable
                nothingFoundMessage={t('group.teachers.choose.empty')}
                data={others.map(({ person, fullName }) => ({
                  value: person.membershipId,
                  label: [fullName, person.label].filter((part) => part !== '').join(', '),
                }))}
                value={chosen}
                onChange={(value) => setChosen(value)}
              />
              <SegmentedControl
                fullWidth
                aria-label={t('group.teachers.duty')}
                value={duty}
                onChange={setDuty}
                data={(['lead', 'specialist'] as const).map((value) => ({ value, label: t(`duty.${value}`) }))}
              />
              <Button disabled={chosen === null} loading={attach.isPending} onClick={submit}>
                {t('group.teachers.add')}
              </Button>
            </Stack>
          )
        }}
      </Loaded>
    </Modal>
  )
}
