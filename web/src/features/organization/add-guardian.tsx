import { Button, Modal, Select, Stack, Switch, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { type Child, childEndpoints, directoryEndpoints, type MembershipId } from '@kolosok/contract'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { useOrganization } from '#features/organization-frame/index.ts'
import { call } from '#lib/api.ts'
import { useChange } from './mutations.ts'
import { badFieldsOf, sentenceOf } from './problems.ts'
import { t } from './children-texts.ts'

/** Parents who are here, found as one types. */
function useParents(search: string) {
  const { id: organizationId } = useOrganization()
  return useQuery({
    queryKey: ['organizations', organizationId, 'parents', search],
    queryFn: async ({ signal }) =>
      (
        await call(
          directoryEndpoints.list,
          { params: { organizationId }, query: { role: 'parent', ...(search !== '' && { search }) } },
          signal,
        )
      ).people,
    placeholderData: keepPreviousData,
    meta: { topics: ['structure'] },
  })
}

/** Somebody who is a parent here already becomes the guardian of one more child; everybody else comes by a link. */
export function AddGuardian({ child, onBack, onDone }: { child: Child; onBack: () => void; onDone: () => void }) {
  const [typed, setTyped] = useState('')
  const [search] = useDebouncedValue(typed.trim(), 200)
  const parents = useParents(search)
  const [chosen, setChosen] = useState<MembershipId | null>(null)
  const [label, setLabel] = useState('')
  const [isLimited, setLimited] = useState(false)
  const add = useChange(childEndpoints.setGuardian)
  const bad = badFieldsOf(add.error)
  const here = new Set(child.guardians.map(({ membershipId }) => membershipId))
  const others = (parents.data ?? []).filter(({ person }) => !here.has(person.membershipId))

  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (!chosen) return
    const params = { childId: child.id, membershipId: chosen }
    add.mutate({ params, body: { label, isLimited } }, { onSuccess: onDone })
  }
  return (
    <Modal opened onClose={onBack} title={t('family.add.title', { name: child.name })}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <Select
            data-autofocus
            label={t('family.add.who')}
            description={t('family.add.hint')}
            searchable
            searchValue={typed}
            onSearchChange={setTyped}
            filter={({ options }) => options}
            nothingFoundMessage={t('family.add.nobody')}
            data={others.map(({ person, fullName }) => ({
              value: person.membershipId,
              label: [fullName, person.label].filter((part) => part !== '').join(', '),
            }))}
            value={chosen}
            onChange={(value) => setChosen(value)}
            error={add.isError && !bad && sentenceOf(add.error)}
          />
          <TextInput
            label={t('family.add.label')}
            placeholder={t('family.add.label.example')}
            value={label}
            onChange={(event) => setLabel(event.currentTarget.value)}
            error={bad?.['label']}
          />
          <Switch
            size="md"
            label={t('family.limit')}
            description={t('family.limit.text')}
            checked={isLimited}
            onChange={(event) => setLimited(event.currentTarget.checked)}
          />
          <Button type="submit" disabled={chosen === null} loading={add.isPending}>
            {t('family.add.do')}
          </Button>
        </Stack>
      </form>
    </Modal>
  )
}
