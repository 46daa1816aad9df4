import { Button, Modal, MultiSelect, SegmentedControl, Stack, Switch, TextInput } from '@mantine/core'
import { type GroupId, groupEndpoints, membershipEndpoints, type StaffMember } from '@kolosok/contract'
import { useQuery } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { useOrganization } from '#features/organization-frame/index.ts'
import { useChange } from './mutations.ts'
import { isHeadsPosition } from './heads-position.ts'
import { badFieldsOf, showProblem } from './problems.ts'
import { groupsQuery } from './queries.ts'
import { t } from './staff-texts.ts'

/** Position, role, and for administrators the groups: a specialist's all at once. */
export function EditStaff({ member, onClose }: { member: StaffMember; onClose: () => void }) {
  const { id, abilities } = useOrganization()
  const groups = useQuery(groupsQuery(id))
  const edit = useChange(membershipEndpoints.edit)
  const attach = useChange(groupEndpoints.setGroupsOfTeacher)
  const { membershipId } = member.person
  const [position, setPosition] = useState(member.person.label)
  const [role, setRole] = useState<'teacher' | 'management'>(
    member.person.role === 'management' ? 'management' : 'teacher',
  )
  const [chosenHead, setHead] = useState<boolean | null>(null)
  // Whoever is called so is meant: nobody should have to find the switch, or none is marked as the head at all.
  const isHead = chosenHead ?? (member.isHead || (member.person.role !== 'management' && isHeadsPosition(position)))
  const before = member.groups.map((group) => group.groupId)
  const [chosen, setChosen] = useState<GroupId[]>(before)
  const bad = badFieldsOf(edit.error) ?? {}

  const dutyOf = (groupId: GroupId) => member.groups.find((group) => group.groupId === groupId)?.duty ?? 'specialist'
  const isMoved = chosen.length !== before.length || chosen.some((groupId) => !before.includes(groupId))

  const save = async () => {
    // Whoever is not offered the switch changes nothing by it.
    const asHead = role === 'management' && (abilities.editCard ? isHead : member.isHead)
    const isSame = position === member.person.label && role === member.person.role && asHead === member.isHead
    if (!isSame) {
      const body = { position, role, ...(asHead !== member.isHead && { isHead: asHead }) }
      await edit.mutateAsync({ params: { membershipId }, body })
    }
    if (isMoved) {
      const wanted = chosen.map((groupId) => ({ groupId, duty: dutyOf(groupId) }))
      await attach.mutateAsync({ params: { organizationId: id, membershipId }, body: { groups: wanted } })
    }
    onClose()
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    save().catch((error: unknown) => {
      if (!badFieldsOf(error)) showProblem(error)
    })
  }

  return (
    <Modal opened onClose={onClose} title={member.person.name}>
      <form onSubmit={submit} noValidate aria-label={t('people.edit.title')}>
        <Stack>
          <TextInput
            data-autofocus
            label={t('people.position')}
            placeholder={t('people.position.placeholder')}
            value={position}
            onChange={(event) => setPosition(event.currentTarget.value)}
            error={bad['position']}
          />
          <SegmentedControl
            fullWidth
            aria-label={t('people.role')}
            value={role}
            onChange={setRole}
            data={(['teacher', 'management'] as const).map((value) => ({ value, label: t(`people.role.${value}`) }))}
          />
          {role === 'management' && abilities.editCard && (
            <Switch
              size="md"
              label={t('people.head')}
              description={t('people.head.hint')}
              checked={isHead}
              onChange={(event) => setHead(event.currentTarget.checked)}
            />
          )}
          {abilities.manageStructure && (
            <MultiSelect
              label={t('people.groups')}
              description={t('people.groups.hint')}
              data={(groups.data ?? [])
                .filter((group) => group.abilities.assignTeachers)
                .map((group) => ({ value: group.id, label: group.name }))}
              value={chosen}
              onChange={(value) => setChosen(value)}
            />
          )}
          <Button type="submit" loading={edit.isPending || attach.isPending}>
            {t('save')}
          </Button>
        </Stack>
      </form>
    </Modal>
  )
}
