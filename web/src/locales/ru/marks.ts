export const marks = {
  'tools': 'Оформление текста',
  'bold': 'Жирный (Ctrl+B)',
  'italic': 'Курсив (Ctrl+I)',
  'list': 'Список (Ctrl+Shift+8)',
  'numbers': 'Нумерованный список (Ctrl+Shift+7)',
  'link': 'Ссылка',
  'link.address': 'Адрес страницы',
  'link.words': 'Какими словами показать',
  'link.put': 'Вставить ссылку',
  'link.wrong': 'Проверьте адрес, например sad.example/menu',
  'preview': 'Так увидят читатели',
} as const
