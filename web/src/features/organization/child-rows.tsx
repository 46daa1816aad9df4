import { ActionIcon, Menu } from '@mantine/core'
import type { Group, ListedChild } from '@kolosok/contract'
import { IconArrowRight, IconDots, IconPencil, IconPlus, IconUserMinus, IconUsers } from '@tabler/icons-react'
import { useState } from 'react'
import { formatPhone } from '#lib/phone.ts'
import { Face } from '#ui/face.tsx'
import { MoveChild, RemoveChild, RenameChild } from './child-dialogs.tsx'
import { ChildFamily } from './child-family.tsx'
import { EnrolChild } from './enrol-child.tsx'
import classes from './group.module.css'
import { t } from './children-texts.ts'

const dialogs = { rename: RenameChild, family: ChildFamily, move: MoveChild, club: IntoClub, remove: RemoveChild }
type Asked = { readonly what: keyof typeof dialogs; readonly child: ListedChild }

/** Who has joined; while nobody has, whom the list of the kindergarten names. */
function familyOf({ guardians, contacts }: ListedChild): string {
  if (guardians.length > 0) {
    return guardians.map(({ name, label }) => (label === '' ? name : `${name}, ${label}`)).join(' · ')
  }
  const expected = contacts.map(({ name, phone, email }) =>
    [name, phone === '' ? email : formatPhone(phone)].filter((part) => part !== '').join(', '),
  )
  return [t('children.guardians.none'), ...expected].join(' · ')
}

export function ChildRows({ group, children }: { group: Group; children: readonly ListedChild[] }) {
  const [asked, setAsked] = useState<Asked | null>(null)
  const Dialog = asked && dialogs[asked.what]
  return (
    <>
      <ul className={classes.rows}>
        {children.map((child) => (
          <li key={child.id} className={classes.row}>
            <Face name={child.name} />
            <span className={classes.who}>
              <b>{child.name}</b>
              <small>{familyOf(child)}</small>
            </span>
            {group.abilities.editChildren && (
              <Menu position="bottom-end" width={260}>
                <Menu.Target>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    size={44}
                    aria-label={t('children.actions', { name: child.name })}
                  >
                    <IconDots size={22} />
                  </ActionIcon>
                </Menu.Target>
                <Menu.Dropdown>
                  <Menu.Item leftSection={<IconPencil size={18} />} onClick={() => setAsked({ what: 'rename', child })}>
                    {t('children.rename')}
                  </Menu.Item>
                  <Menu.Item leftSection={<IconUsers size={18} />} onClick={() => setAsked({ what: 'family', child })}>
                    {t('family')}
                  </Menu.Item>
                  <Menu.Item
                    leftSection={<IconArrowRight size={18} />}
                    onClick={() => setAsked({ what: 'move', child })}
                  >
                    {t('children.move')}
                  </Menu.Item>
                  <Menu.Item leftSection={<IconPlus size={18} />} onClick={() => setAsked({ what: 'club', child })}>
                    {t('children.club')}
                  </Menu.Item>
                  <Menu.Item
                    color="red"
                    leftSection={<IconUserMinus size={18} />}
                    onClick={() => setAsked({ what: 'remove', child })}
                  >
                    {t('children.remove')}
                  </Menu.Item>
                </Menu.Dropdown>
              </Menu>
            )}
          </li>
        ))}
      </ul>
      {asked && Dialog && <Dialog group={group} child={asked.child} onClose={() => setAsked(null)} />}
    </>
  )
}

function IntoClub({ child, onClose }: { child: ListedChild; onClose: () => void }) {
  return <EnrolChild child={child} why="club" notInto={child.groups.map(({ id }) => id)} onClose={onClose} />
}
