/** What the journal says of materials; «none» where one is gone for good. */
export const materialSentences = {
  'material.added':
    'Добавлен материал{subject, select, none {} other { «{subject}»}}{group, select, none {} other { ({group})}}{count, plural, =0 {} =1 {} one {. Всего из сообщения: #} few {. Всего из сообщения: #} many {. Всего из сообщения: #} other {. Всего из сообщения: #}}',
  'material.changed':
    'Изменён материал{subject, select, none {} other { «{subject}»}}{group, select, none {} other { ({group})}}',
  'material.removed':
    'Удалён материал{subject, select, none {} other { «{subject}»}}{group, select, none {} other { ({group})}}',
  'material.restored':
    'Возвращён материал{subject, select, none {} other { «{subject}»}}{group, select, none {} other { ({group})}}',
  'material-folder.created':
    'Создана папка материалов{subject, select, none {} other { «{subject}»}}{group, select, none {} other { ({group})}}',
  'material-folder.edited':
    'Переименована папка материалов{subject, select, none {} other { «{subject}»}}{group, select, none {} other { ({group})}}',
  'material-folder.removed':
    'Удалена папка материалов{subject, select, none {} other { «{subject}»}}{group, select, none {} other { ({group})}}',
  'material-folder.restored':
    'Возвращена папка материалов{subject, select, none {} other { «{subject}»}}{group, select, none {} other { ({group})}}',
} as const
