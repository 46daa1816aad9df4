import type { MaterialShelf } from '@kolosok/contract'
import { t } from './texts.ts'

export const nameOf = ({ groupId, name }: Pick<MaterialShelf, 'groupId' | 'name'>): string =>
  groupId === null ? t('shelf.programme', { name }) : name

/** Folders one may put something into, under the names of those whose they are. */
export const folderChoices = (shelves: readonly MaterialShelf[]) =>
  shelves
    .filter(({ mayAdd, folders }) => mayAdd && folders.length > 0)
    .map((shelf) => ({
      group: nameOf(shelf),
      items: shelf.folders.map(({ id, title }) => ({ value: id, label: title })),
    }))
