import { leftOut, owned, type Places, type Section, through } from '../place.ts'

const working = 'рабочие данные: нужны, только пока дело идёт'
const secret = 'секрет: кто его знает, войдёт под чужим именем'

const organizations: Places = {
  data_export: leftOut(owned(), 'список таких же архивов'),
  closing: owned(),
  application_link: leftOut(through('application_id', 'application'), secret),
  application_step: through('application_id', 'application'),
  application: owned(),
  import: leftOut(owned(), working),
  roll_over_member: leftOut(through('roll_over_id', 'roll_over'), working),
  roll_over: owned({ without: ['traces'] }),
}

const people: Places = {
  access_entry: owned(),
  phone_change_agreement: owned(),
  consent: owned(),
  confirmation: owned(),
  admin_order: owned(),
  group_teacher: through('group_id', 'group'),
  group_committee: through('group_id', 'group'),
  substitution: through('group_id', 'group'),
  guardianship: through('child_id', 'child'),
}

const invitations: Places = {
  personal_code: leftOut(through('invitation_id', 'invitation'), secret),
  invitation_use: through('invitation_id', 'invitation'),
  invitee: through('invitation_id', 'invitation'),
  invitation_group: through('invitation_id', 'invitation'),
  invitation_delivery: leftOut(through('invitation_id', 'invitation'), working),
  mailing: owned(),
  join_request: owned(),
  invitation: owned(),
}

const children: Places = {
  guardian_contact: through('child_id', 'child'),
  group_child: through('child_id', 'child'),
  child: owned(),
}

export const organizationSection: Section = { folder: 'organization', title: 'Организация', places: organizations }
export const peopleSection: Section = { folder: 'people', title: 'Люди и их роли', places: people }
export const invitationSection: Section = { folder: 'invitations', title: 'Приглашения', places: invitations }
export const childrenSection: Section = { folder: 'children', title: 'Дети', places: children }

/** Others lean on them, so they are the last to go. */
export const structureSection: Section = {
  folder: 'structure',
  title: 'Состав организации',
  places: {
    membership: owned(),
    group: owned(),
    organization: { own: { by: 'id' }, taken: {} },
    // Whose logo it is stands in the organization.
    organization_logo: through('id', 'organization', { key: 'logo_id' }),
  },
}
