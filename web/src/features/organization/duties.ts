import type { Duty, Group } from '@kolosok/contract'

/** Who has this duty in a group: a specialist who comes to it does not lead it. */
export const namesOf = ({ teachers }: Pick<Group, 'teachers'>, duty: Duty): string =>
  teachers
    .filter((one) => one.duty === duty)
    .map(({ person }) => person.name)
    .join(', ')
