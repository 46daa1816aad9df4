import type { MaterialFolderId, materialEndpoints } from '@kolosok/contract'
import { Button } from '@mantine/core'
import { IconLink, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { z } from 'zod'
import { PageFrame } from '#ui/page-frame.tsx'
import { EmptyState } from '#ui/states.tsx'
import { AddFiles } from './add-files.tsx'
import { MaterialDialog } from './material-dialog.tsx'
import { MaterialList } from './material-list.tsx'
import { MaterialMenu } from './material-menu.tsx'
import classes from './materials.module.css'
import { NotYet } from '#ui/not-yet.tsx'
import { folderQuery } from './queries.ts'
import { t } from './texts.ts'

export function FolderPage() {
  const { folderId }: Record<string, string | undefined> = useParams({ strict: false })
  return <OneFolder key={folderId} folderId={folderId as MaterialFolderId} />
}

function OneFolder({ folderId }: { folderId: MaterialFolderId }) {
  const query = useQuery(folderQuery(folderId))
  return (
    <PageFrame title={query.data?.folder.title ?? t('title')} backTo="/materials">
      <NotYet query={query} hidden={t('error.hidden')} />
      {query.data && <Inside found={query.data} />}
    </PageFrame>
  )
}

type Found = z.output<typeof materialEndpoints.folder.response>

function Inside({ found: { folder, shelf, materials } }: { found: Found }) {
  const [adding, setAdding] = useState<'files' | 'link' | null>(null)
  const name = shelf.groupId === null ? t('shelf.programme', { name: shelf.name }) : shelf.name
  const close = () => setAdding(null)
  return (
    <>
      <p className={classes.hint}>{name}</p>
      {shelf.mayAdd && (
        <div className={classes.tools}>
          <Button leftSection={<IconPlus size={20} />} onClick={() => setAdding('files')}>
            {t('add.files')}
          </Button>
          <Button variant="light" leftSection={<IconLink size={20} />} onClick={() => setAdding('link')}>
            {t('add.link')}
          </Button>
        </div>
      )}
      {materials.length === 0 ? (
        <EmptyState title={t('folder.empty.title')} text={t(shelf.mayAdd ? 'folder.empty.add' : 'folder.empty.read')} />
      ) : (
        <MaterialList
          label={folder.title}
          materials={materials}
          {...(shelf.mayAdd && {
            menuOf: (material) => <MaterialMenu material={material} materials={materials} />,
          })}
        />
      )}
      {adding === 'files' && <AddFiles folderId={folder.id} onClose={close} />}
      {adding === 'link' && <MaterialDialog folderId={folder.id} material={null} onClose={close} />}
    </>
  )
}
