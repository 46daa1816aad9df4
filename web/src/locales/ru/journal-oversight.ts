/** What the journal says of statistics reports and of reported messages. */
export const oversightSentences = {
  'message-report.deleted':
    'По жалобе {kind, select, comment {удалён комментарий{subject, select, none {} other { в канале «{subject}»}}} broadcast {удалено сообщение{subject, select, none {} other { в чате трансляции «{subject}»}}} other {удалено сообщение{subject, select, none {} other { в чате «{subject}»}}}}',
  'message-report.dismissed':
    'Жалоба на {kind, select, comment {комментарий отклонена{subject, select, none {} other {: канал «{subject}»}}} broadcast {сообщение отклонена{subject, select, none {} other {: чат трансляции «{subject}»}}} other {сообщение отклонена{subject, select, none {} other {: чат «{subject}»}}}}',
  'message-report.made':
    'Пришла жалоба на {kind, select, comment {комментарий{subject, select, none {} other { в канале «{subject}»}}} broadcast {сообщение{subject, select, none {} other { в чате трансляции «{subject}»}}} other {сообщение{subject, select, none {} other { в чате «{subject}»}}}}',
  'message-report.opened':
    '{kind, select, comment {Открыт комментарий, на который пожаловались{subject, select, none {} other {: канал «{subject}»}}} broadcast {Открыто сообщение, на которое пожаловались{subject, select, none {} other {: чат трансляции «{subject}»}}} other {Открыто сообщение, на которое пожаловались{subject, select, none {} other {: чат «{subject}»}}}}',
  'statistics-report.acknowledged': 'Руководитель ознакомился с отчётом{subject, select, none {} other { № {subject}}}',
  'statistics-report.compiled': 'Составлен отчёт{subject, select, none {} other { № {subject}}}',
  'statistics-report.removed': 'Удалён черновик отчёта',
  'statistics-report.returned': 'Отчёт{subject, select, none {} other { № {subject}}} возвращён на доработку',
  'statistics-report.submitted': 'Отчёт{subject, select, none {} other { № {subject}}} представлен руководителю',
} as const
