/** What the journal says of local acts. */
export const localActSentences = {
  'local-act.acknowledgement-asked':
    'Работники или родители приглашены ознакомиться с документом{subject, select, none {} other {: «{subject}»}}',
  'local-act.adopted': 'Документ принят педагогическим советом{subject, select, none {} other {: «{subject}»}}',
  'local-act.approved': 'Документ утверждён приказом{subject, select, none {} other {: «{subject}»}}',
  'local-act.begun': 'Начата новая редакция документа{subject, select, none {} other {: «{subject}»}}',
  'local-act.corrected': 'Исправлен номер или дата документа{subject, select, none {} other {: «{subject}»}}',
  'local-act.edited': 'Изменён текст документа{subject, select, none {} other {: «{subject}»}}',
  'local-act.heard': 'Учтено мнение родителей о документе{subject, select, none {} other {: «{subject}»}}',
  'local-act.in-force': 'Документ введён в действие{subject, select, none {} other {: «{subject}»}}',
  'local-act.removed': 'Удалён черновик документа',
  'local-act.repealed': 'Документ признан утратившим силу{subject, select, none {} other {: «{subject}»}}',
  'local-act.returned': 'Документ возвращён в черновики{subject, select, none {} other {: «{subject}»}}',
} as const
