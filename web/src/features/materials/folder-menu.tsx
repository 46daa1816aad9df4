import { type MaterialFolder, materialEndpoints, type MaterialShelf } from '@kolosok/contract'
import { ActionIcon, Menu } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconDots, IconPencil, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useCurrentOrganization } from '#lib/current-organization.ts'
import { DeleteFolder } from './delete-folder.tsx'
import { FolderDialog } from './folder-dialog.tsx'
import { moved } from './moved.ts'
import { showProblem } from './problems.ts'
import { useChange } from './queries.ts'
import { t } from './texts.ts'

type Props = { readonly folder: MaterialFolder; readonly shelf: MaterialShelf }

export function FolderMenu({ folder, shelf }: Props) {
  const { organization } = useCurrentOrganization()
  const [opened, setOpened] = useState<'rename' | 'delete' | null>(null)
  const order = useChange(materialEndpoints.orderFolders)
  const ids = shelf.folders.map(({ id }) => id)
  const move = (step: -1 | 1) => {
    const folderIds = moved(ids, folder.id, step)
    if (folderIds) order.mutate({ params: { folderId: folder.id }, body: { folderIds } }, { onError: showProblem })
  }
  const close = () => setOpened(null)
  return (
    <>
      <Menu position="bottom-end" width={220}>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size={44} aria-label={t('folder.menu', { title: folder.title })}>
            <IconDots size={22} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPencil size={20} />} onClick={() => setOpened('rename')}>
            {t('folder.rename')}
          </Menu.Item>
          {moved(ids, folder.id, -1) && (
            <Menu.Item leftSection={<IconArrowUp size={20} />} onClick={() => move(-1)}>
              {t('folder.up')}
            </Menu.Item>
          )}
          {moved(ids, folder.id, 1) && (
            <Menu.Item leftSection={<IconArrowDown size={20} />} onClick={() => move(1)}>
              {t('folder.down')}
            </Menu.Item>
          )}
          <Menu.Item color="red" leftSection={<IconTrash size={20} />} onClick={() => setOpened('delete')}>
            {t('folder.delete')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {opened === 'rename' && organization && (
        <FolderDialog organizationId={organization.id} shelf={shelf} folder={folder} onClose={close} />
      )}
      {opened === 'delete' && <DeleteFolder folder={folder} onClose={close} />}
    </>
  )
}
