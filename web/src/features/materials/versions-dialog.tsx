import type { Material } from '@kolosok/contract'
import { Modal } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { formatSize } from '#features/files/index.ts'
import { formatMoment } from '#lib/dates.ts'
import { downloadOf } from './download-of.ts'
import classes from './materials.module.css'
import { NotYet } from '#ui/not-yet.tsx'
import { versionsQuery } from './queries.ts'
import { t } from './texts.ts'

type Props = { readonly material: Material; readonly onClose: () => void }

/** What the file was before, newest first. */
export function VersionsDialog({ material, onClose }: Props) {
  const query = useQuery(versionsQuery(material.id))
  return (
    <Modal opened onClose={onClose} title={t('material.versions')} closeButtonProps={{ 'aria-label': t('close') }}>
      <NotYet query={query} hidden={t('error.hidden')} />
      <ul className={classes.rows} aria-label={material.title}>
        {query.data?.versions.map(({ number, file, addedAt, addedBy }) => (
          <li key={number} className={classes.row}>
            <a
              className={classes.open}
              href={downloadOf(file.fileId)}
              download={file.name}
              title={t('material.download', { title: file.name })}
            >
              <span className={classes.icon} aria-hidden="true">
                <IconDownload size={22} stroke={1.6} />
              </span>
              <span className={classes.words}>
                <span className={classes.name}>
                  {t('versions.number', { number })}
                  {number === material.versions && ` (${t('versions.now')})`}
                </span>
                <span className={classes.about}>
                  {[formatSize(file.size), addedBy, formatMoment(addedAt)].filter((part) => part !== '').join(' · ')}
                </span>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </Modal>
  )
}
