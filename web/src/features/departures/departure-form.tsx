import { Button, Group, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { Departure } from '@kolosok/contract'
import { useState } from 'react'
import { HeirSelect } from './heir-select.tsx'
import { LinksChoice } from './links-choice.tsx'
import { problemsOf } from './problems.ts'
import { type Target, useLeave } from './queries.ts'
import { t } from './texts.ts'
import { type Choice, emptyChoice, toHandover } from './choice.ts'

type Props = {
  readonly departure: Departure
  readonly target: Target
  readonly shortName: string
  readonly onClose: () => void
  readonly onDone: () => void
}

export function DepartureForm({ departure, target, shortName, onClose, onDone }: Props) {
  const { isOwn, fullName, groups, chats, linkCount, otherGroups } = departure
  const [choice, setChoice] = useState<Choice>(emptyChoice)
  const leave = useLeave()
  const { fields, sentence } = problemsOf(leave.error)
  const submit = () =>
    leave.mutate(
      { params: target, body: toHandover(departure, choice) },
      {
        onSuccess: () => {
          notifications.show({
            message: isOwn ? t('gone.own', { organization: shortName }) : t('gone.office', { name: fullName }),
          })
          onDone()
        },
      },
    )
  return (
    <Stack>
      {groups.length > 0 && (
        <Stack gap="xs">
          <Text fw={600}>{t('groups')}</Text>
          <Text c="dimmed" fz="sm">
            {t('groups.hint')}
          </Text>
          {groups.map(({ id, name, candidates }) => (
            <HeirSelect
              key={id}
              label={name}
              departure={departure}
              candidates={candidates}
              value={choice.groups[id] ?? null}
              onChange={(to) => setChoice({ ...choice, groups: { ...choice.groups, [id]: to } })}
              error={fields[`groups/${id}`]}
            />
          ))}
        </Stack>
      )}
      {otherGroups.length > 0 && <Text c="dimmed">{t('groups.other', { names: otherGroups.join(', ') })}</Text>}
      {chats.length > 0 && (
        <HeirSelect
          label={t('chats', { titles: chats.map(({ title }) => `«${title}»`).join(', ') })}
          departure={departure}
          candidates={departure.chatCandidates}
          value={choice.chatsTo}
          onChange={(chatsTo) => setChoice({ ...choice, chatsTo })}
          error={fields['chatsTo']}
        />
      )}
      {linkCount > 0 && (
        <LinksChoice departure={departure} choice={choice} onChange={setChoice} error={fields['linksTo']} />
      )}
      <WhatComes departure={departure} />
      {sentence !== null && (
        <Text role="alert" c="var(--danger)">
          {sentence}
        </Text>
      )}
      <Group justify="flex-end">
        <Button variant="default" data-autofocus={groups.length + chats.length === 0} onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button color="red" loading={leave.isPending} onClick={submit}>
          {t(isOwn ? 'leave.own' : 'leave.office')}
        </Button>
      </Group>
    </Stack>
  )
}

/** What goes and what stays, before it is done. */
function WhatComes({ departure: { isOwn, person, children } }: { departure: Departure }) {
  if (!isOwn) {
    return (
      <>
        <Text>{t('office.goes')}</Text>
        <Text c="dimmed">{t('office.stays')}</Text>
      </>
    )
  }
  const names = (of: Departure['children']) => of.map(({ name }) => name).join(', ')
  const alone = children.filter(({ isOnlyGuardian }) => isOnlyGuardian)
  return (
    <>
      <Text>{t('own.goes')}</Text>
      <Text>{t('own.stays')}</Text>
      {children.length > 0 && <Text>{t('own.parent.child', { names: names(children) })}</Text>}
      {alone.length > 0 && <Text fw={600}>{t('own.parent.only', { names: names(alone) })}</Text>}
      <Text c="dimmed">{t(person.role === 'parent' ? 'own.back.parent' : 'own.back.staff')}</Text>
    </>
  )
}
