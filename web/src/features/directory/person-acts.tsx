import { Button, Menu } from '@mantine/core'
import type { Person, PersonPage, StaffMember } from '@kolosok/contract'
import {
  IconChevronDown,
  IconDoorExit,
  IconKey,
  IconPencil,
  IconPhone,
  IconRosetteDiscountCheckOff,
} from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Suspense, useState } from 'react'
import { LetBackDialog } from '#features/coming-back/index.ts'
import { UnconfirmDialog } from '#features/confirmations/index.ts'
import { DepartureDialog } from '#features/departures/index.ts'
import { EditStaff, staffQuery } from '#features/organization/index.ts'
import { useOrganization } from '#features/organization-frame/index.ts'
import { StartPhoneChange } from '#features/phone-changes/index.ts'
import { t } from './texts.ts'

type Doing = 'edit' | 'let-back' | 'phone' | 'unconfirm' | 'depart'
type Word = 'edit' | 'let-back' | 'change-phone' | 'unconfirm' | 'depart'
type Act = { readonly doing: Doing; readonly icon: typeof IconKey; readonly word: Word }

/** What can be done about a person: what is done most as a button, the rest in a menu beside it. */
export function PersonActs({ page: { person, mayBeLetBack, mayChangePhone, mayBeUnconfirmed } }: { page: PersonPage }) {
  const { id } = useOrganization()
  const isStaff = person.role === 'teacher' || person.role === 'management'
  const staff = useQuery({ ...staffQuery(id), enabled: isStaff })
  const member = staff.data?.find((one) => one.person.membershipId === person.membershipId)
  const [doing, setDoing] = useState<Doing | null>(null)
  const isEditable = member?.isEditable ?? false
  const acts: Act[] = [
    ...when(isEditable, { doing: 'edit', icon: IconPencil, word: 'edit' }),
    ...when(mayBeLetBack, { doing: 'let-back', icon: IconKey, word: 'let-back' }),
    ...when(mayChangePhone, { doing: 'phone', icon: IconPhone, word: 'change-phone' }),
    ...when(mayBeUnconfirmed, { doing: 'unconfirm', icon: IconRosetteDiscountCheckOff, word: 'unconfirm' }),
    ...when(isEditable, { doing: 'depart', icon: IconDoorExit, word: 'depart' }),
  ]
  const [first, ...others] = acts
  return (
    <>
      {first && (
        <Button
          variant={isEditable ? 'filled' : 'default'}
          leftSection={<first.icon size={20} aria-hidden="true" />}
          onClick={() => setDoing(first.doing)}
        >
          {t(first.word)}
        </Button>
      )}
      {others.length > 0 && <OtherActs acts={others} onDo={setDoing} />}
      <Dialogs doing={doing} person={person} member={member} onClose={() => setDoing(null)} />
    </>
  )
}

const when = (isPossible: boolean, act: Act): Act[] => (isPossible ? [act] : [])

function OtherActs({ acts, onDo }: { acts: readonly Act[]; onDo: (doing: Doing) => void }) {
  return (
    <Menu position="bottom-end" shadow="md" radius="md">
      <Menu.Target>
        <Button variant="default" rightSection={<IconChevronDown size={18} aria-hidden="true" />}>
          {t('acts')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {acts.map(({ doing, icon: Icon, word }) => (
          <Menu.Item key={doing} mih={44} leftSection={<Icon size={20} />} onClick={() => onDo(doing)}>
            {t(word)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

type DialogsProps = {
  readonly doing: Doing | null
  readonly person: Person
  readonly member: StaffMember | undefined
  readonly onClose: () => void
}

function Dialogs({ doing, person, member, onClose }: DialogsProps) {
  return (
    <>
      <Suspense>{doing === 'phone' && <StartPhoneChange person={person} onClose={onClose} />}</Suspense>
      <Suspense>{doing === 'unconfirm' && <UnconfirmDialog person={person} onClose={onClose} />}</Suspense>
      <Suspense>{doing === 'edit' && member && <EditStaff member={member} onClose={onClose} />}</Suspense>
      {doing === 'let-back' && <LetBackDialog person={person} onClose={onClose} />}
      {doing === 'depart' && <Depart person={person} onClose={onClose} />}
    </>
  )
}

/** Out of the organization, with everything handed over. */
function Depart({ person, onClose }: Pick<DialogsProps, 'person' | 'onClose'>) {
  const { id, code, shortName } = useOrganization()
  const navigate = useNavigate()
  return (
    <Suspense>
      <DepartureDialog
        target={{ organizationId: id, membershipId: person.membershipId }}
        organization={{ shortName }}
        onClose={onClose}
        onDone={() => void navigate({ to: '/o/$code/people/former', params: { code } })}
      />
    </Suspense>
  )
}
