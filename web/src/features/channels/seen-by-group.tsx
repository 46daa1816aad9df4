import type { Post } from '@kolosok/contract'
import { Modal, Progress } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import classes from './channels.module.css'
import { NotYet } from '#ui/not-yet.tsx'
import { seenQuery } from './queries.ts'
import { t } from './texts.ts'

/** In which groups a post was seen by how many; nobody is named. */
export function SeenByGroup({ post, onClose }: { post: Pick<Post, 'id'>; onClose: () => void }) {
  const query = useQuery(seenQuery(post.id))
  return (
    <Modal opened onClose={onClose} title={t('seen.title')} closeButtonProps={{ 'aria-label': t('close') }}>
      <NotYet query={query} hidden={t('error.hidden')} />
      <ul className={classes.seenGroups}>
        {query.data?.groups.map(({ id, name, count, readers }) => (
          <li key={id}>
            <span className={classes.seenName}>{name}</span>
            <span>{t('seen.count', { count, readers })}</span>
            <Progress
              className={classes.seenBar ?? ''}
              value={readers === 0 ? 0 : (count / readers) * 100}
              aria-label={name}
            />
          </li>
        ))}
      </ul>
    </Modal>
  )
}
