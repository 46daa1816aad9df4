import { type Material, materialEndpoints } from '@kolosok/contract'
import { ActionIcon, Menu } from '@mantine/core'
import {
  IconArrowDown,
  IconArrowUp,
  IconDots,
  IconHistory,
  IconPencil,
  IconTrash,
  IconUpload,
} from '@tabler/icons-react'
import { useState } from 'react'
import { showUndo } from '#ui/show-undo.ts'
import { AddFiles } from './add-files.tsx'
import { MaterialDialog } from './material-dialog.tsx'
import { moved } from './moved.ts'
import { showProblem } from './problems.ts'
import { useChange } from './queries.ts'
import { t } from './texts.ts'
import { VersionsDialog } from './versions-dialog.tsx'

type Props = { readonly material: Material; readonly materials: readonly Material[] }

/** What one may do with a material; what is deleted can be brought back at once. */
export function MaterialMenu({ material, materials }: Props) {
  const [opened, setOpened] = useState<'edit' | 'version' | 'versions' | null>(null)
  const order = useChange(materialEndpoints.order)
  const remove = useChange(materialEndpoints.remove)
  const restore = useChange(materialEndpoints.restore)
  const { id, folderId, title, file, versions } = material
  const ids = materials.map((one) => one.id)
  const params = { materialId: id }

  const move = (step: -1 | 1) => {
    const materialIds = moved(ids, id, step)
    if (materialIds) order.mutate({ params: { folderId }, body: { materialIds } }, { onError: showProblem })
  }
  const takeOut = () =>
    remove.mutate(
      { params },
      {
        onSuccess: () =>
          showUndo(t('material.deleted', { title }), {
            label: t('undo'),
            run: () => restore.mutate({ params }, { onError: showProblem }),
          }),
        onError: showProblem,
      },
    )
  const close = () => setOpened(null)
  return (
    <>
      <Menu position="bottom-end" width={260}>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size={44} aria-label={t('material.menu', { title })}>
            <IconDots size={22} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPencil size={20} />} onClick={() => setOpened('edit')}>
            {t('material.edit')}
          </Menu.Item>
          {file && (
            <Menu.Item leftSection={<IconUpload size={20} />} onClick={() => setOpened('version')}>
              {t('material.version')}
            </Menu.Item>
          )}
          {versions > 1 && (
            <Menu.Item leftSection={<IconHistory size={20} />} onClick={() => setOpened('versions')}>
              {t('material.versions')}
            </Menu.Item>
          )}
          {moved(ids, id, -1) && (
            <Menu.Item leftSection={<IconArrowUp size={20} />} onClick={() => move(-1)}>
              {t('material.up')}
            </Menu.Item>
          )}
          {moved(ids, id, 1) && (
            <Menu.Item leftSection={<IconArrowDown size={20} />} onClick={() => move(1)}>
              {t('material.down')}
            </Menu.Item>
          )}
          <Menu.Item color="red" leftSection={<IconTrash size={20} />} onClick={takeOut}>
            {t('material.delete')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {opened === 'edit' && <MaterialDialog folderId={folderId} material={material} onClose={close} />}
      {opened === 'version' && <AddFiles folderId={folderId} replaced={material} onClose={close} />}
      {opened === 'versions' && <VersionsDialog material={material} onClose={close} />}
    </>
  )
}
