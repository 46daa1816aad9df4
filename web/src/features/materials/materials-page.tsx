import type { MaterialShelf, OrganizationId } from '@kolosok/contract'
import { Button, Title } from '@mantine/core'
import { IconBooks, IconFolder, IconFolderPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import { useCurrentOrganization } from '#lib/current-organization.ts'
import { formatRecent } from '#lib/dates.ts'
import { useFilter } from '#lib/use-filter.ts'
import { PageFrame } from '#ui/page-frame.tsx'
import { SearchField } from '#ui/search-field.tsx'
import { EmptyState } from '#ui/states.tsx'
import { FolderDialog } from './folder-dialog.tsx'
import { FolderMenu } from './folder-menu.tsx'
import { MaterialList } from './material-list.tsx'
import classes from './materials.module.css'
import { NotYet } from '#ui/not-yet.tsx'
import { foundQuery, shelvesQuery } from './queries.ts'
import { t } from './texts.ts'

export function MaterialsPage() {
  const { organization } = useCurrentOrganization()
  return (
    <PageFrame title={t('title')} backTo="/chats">
      {organization ? (
        <Materials key={organization.id} organizationId={organization.id} />
      ) : (
        <EmptyState title={t('empty.title')} text={t('empty.text')} />
      )}
    </PageFrame>
  )
}

const filter = z.object({ q: z.string().max(100).optional() })

function Materials({ organizationId }: { organizationId: OrganizationId }) {
  const [{ q = '' }, change] = useFilter(filter)
  return (
    <>
      <SearchField
        label={t('search')}
        value={q}
        onChange={(words) => change({ q: words === '' ? undefined : words })}
      />
      {q === '' ? (
        <Shelves organizationId={organizationId} />
      ) : (
        <FoundMaterials organizationId={organizationId} words={q} />
      )}
    </>
  )
}

function FoundMaterials({ organizationId, words }: { organizationId: OrganizationId; words: string }) {
  const query = useQuery(foundQuery(organizationId, words))
  const found = query.data?.materials ?? []
  return (
    <>
      <NotYet query={query} hidden={t('error.hidden')} />
      {query.data && found.length === 0 && <EmptyState title={t('search.none.title')} text={t('search.none.text')} />}
      {found.length > 0 && (
        <MaterialList
          label={t('search.found')}
          materials={found}
          whereOf={(index) =>
            t('search.where', { shelf: found[index]?.shelfName ?? '', folder: found[index]?.folderTitle ?? '' })
          }
        />
      )}
    </>
  )
}

function Shelves({ organizationId }: { organizationId: OrganizationId }) {
  const query = useQuery(shelvesQuery(organizationId))
  const [adding, setAdding] = useState<MaterialShelf | null>(null)
  // What one only reads, and is empty, says nothing.
  const shelves = query.data?.shelves.filter(({ mayAdd, folders }) => mayAdd || folders.length > 0) ?? []
  return (
    <>
      <NotYet query={query} hidden={t('error.hidden')} />
      {query.data && shelves.length === 0 && (
        <EmptyState icon={<IconBooks size={48} stroke={1.4} />} title={t('empty.title')} text={t('empty.text')} />
      )}
      {shelves.length > 0 && <p className={classes.hint}>{t('intro')}</p>}
      {shelves.map((shelf) => (
        <Shelf key={shelf.groupId ?? shelf.programme} shelf={shelf} onAdd={() => setAdding(shelf)} />
      ))}
      {adding && (
        <FolderDialog organizationId={organizationId} shelf={adding} folder={null} onClose={() => setAdding(null)} />
      )}
    </>
  )
}

function Shelf({ shelf, onAdd }: { shelf: MaterialShelf; onAdd: () => void }) {
  const isProgramme = shelf.groupId === null
  const name = isProgramme ? t('shelf.programme', { name: shelf.name }) : shelf.name
  return (
    <section className={classes.shelf} aria-label={name}>
      <div className={classes.shelfHead}>
        <Title order={2} fz="lg" className={classes.shelfName ?? ''}>
          {name}
        </Title>
        {shelf.mayAdd && (
          <Button
            variant="subtle"
            leftSection={<IconFolderPlus size={20} />}
            aria-label={t('folder.new.in', { name })}
            style={{ flex: 'none' }}
            onClick={onAdd}
          >
            {t('folder.new')}
          </Button>
        )}
      </div>
      {isProgramme && <p className={classes.hint}>{t('shelf.programme.hint')}</p>}
      {shelf.folders.length === 0 ? (
        <p className={classes.hint}>{t(shelf.mayAdd ? 'shelf.empty.add' : 'shelf.empty.read')}</p>
      ) : (
        <ul className={classes.rows}>
          {shelf.folders.map((folder) => (
            <li key={folder.id} className={classes.row}>
              <Link to="/materials/$folderId" params={{ folderId: folder.id }} className={classes.open}>
                <span className={classes.icon} data-folder aria-hidden="true">
                  <IconFolder size={24} stroke={1.6} />
                </span>
                <span className={classes.words}>
                  <span className={classes.name}>{folder.title}</span>
                  <span className={classes.about}>
                    {t('folder.count', { count: folder.count })}
                    {folder.changedAt !== null && ` · ${formatRecent(folder.changedAt)}`}
                  </span>
                </span>
              </Link>
              {shelf.mayAdd && <FolderMenu folder={folder} shelf={shelf} />}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
