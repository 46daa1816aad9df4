export const app = {
  'product': 'Колосок',
  'nav.chats': 'Чаты',
  'nav.people': 'Люди',
  'nav.organization': 'Организация',
  'nav.more': 'Ещё',
  'error.title': 'Не получилось загрузить',
  'error.retry': 'Повторить',
  'error.offline': 'Нет связи с сервером. Проверьте интернет: как только он появится, всё продолжится само.',
  'error.not-found': 'Такой страницы нет, или она не для вас.',
  'error.forbidden': 'На это нет прав.',
  'error.too-many-requests':
    'Слишком часто. Подождите {seconds, plural, one {# секунду} few {# секунды} many {# секунд} other {# секунды}} и попробуйте ещё раз.',
  'error.unavailable': 'Сейчас это недоступно. Попробуйте чуть позже.',
  'error.unknown': 'Что-то пошло не так. Мы записали ошибку; попробуйте ещё раз.',
  'home': 'На главную',
  'loading': 'Загружается…',
} as const
