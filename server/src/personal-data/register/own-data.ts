import { kept, ofNobody, type Register } from './entry.ts'

/** What this module keeps itself. */
export const ownData: Register = {
  data_export: {
    ...ofNobody('Архивы «Мои данные» и архивы организаций', ['state'], { account_id: 'mine' }),
    howLong: 'архив неделю, запись о нём до удаления учётной записи',
    onDeletion: { become: 'erased' },
  },
  account_deletion: {
    ...ofNobody('Акты об удалении учётных записей', ['token_hash', 'act'], { account_id: 'mine' }),
    howLong: 'акт неделю, его номер и дата бессрочно',
    onDeletion: kept('доказывает, что данные удалены; имени в записи нет'),
  },
}
