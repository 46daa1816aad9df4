export const editStaff = {
  'people.edit.title': 'Должность и роль',
  'people.position': 'Должность',
  'people.position.placeholder': 'воспитатель',
  'people.role': 'Роль',
  'people.role.teacher': 'педагог',
  'people.role.management': 'администрация',
  'people.head': 'Руководитель организации',
  'people.head.hint': 'Руководитель один: прежний останется в администрации.',
  'people.groups': 'Группы',
  'people.groups.hint': 'Специалиста можно прикрепить сразу к нескольким.',
} as const
