import { leftOut, owned, type Section, through } from '../place.ts'

const edition = through('edition_id', 'local_act_edition')

export const documentSection: Section = {
  folder: 'documents',
  title: 'Документы, согласия и отчёты',
  places: {
    local_act_notice: edition,
    local_act_event: edition,
    local_act_edition: through('local_act_id', 'local_act'),
    local_act: owned(),
    consent_decision: through('purpose_id', 'consent_purpose'),
    consent_text: through('purpose_id', 'consent_purpose'),
    consent_purpose: owned(),
    statistics_report: owned(),
    incident: owned(),
  },
}

export const noticeSection: Section = {
  folder: 'notices',
  title: 'Объявления',
  places: {
    notice_answer: through('notice_id', 'notice'),
    notice_receiver: through('notice_id', 'notice'),
    notice_letter: leftOut(through('notice_id', 'notice'), 'рабочие данные: нужны, только пока дело идёт'),
    notice_file: through('notice_id', 'notice'),
    notice_wording: through('notice_id', 'notice'),
    notice: owned(),
  },
}

export const meetingSection: Section = {
  folder: 'meetings',
  title: 'Встречи',
  places: {
    lesson_work_file: through('meeting_id', 'meeting'),
    lesson_work: through('meeting_id', 'meeting'),
    lesson_task: through('meeting_id', 'meeting'),
    meeting_answer: through('meeting_id', 'meeting'),
    meeting_attendance: through('meeting_id', 'meeting'),
    guest_visit: through('guest_id', 'guest'),
    guest: through('meeting_id', 'meeting', { without: ['key_hash'] }),
    guest_link: through('meeting_id', 'meeting', { without: ['token_hash'] }),
    meeting_guest: through('meeting_id', 'meeting'),
    meeting_person: through('meeting_id', 'meeting'),
    meeting_protocol: through('meeting_id', 'meeting'),
    meeting: owned(),
    meeting_series: owned(),
  },
}

export const materialSection: Section = {
  folder: 'materials',
  title: 'Материалы',
  places: {
    material_version: through('material_id', 'material'),
    material: through('folder_id', 'material_folder'),
    material_folder: owned(),
  },
}

export const helpSection: Section = {
  folder: 'help',
  title: 'Обращения',
  places: {
    ticket_file: through('entry_id', 'ticket_entry'),
    // What those who answer talk among themselves: whoever takes it all away may be the one it is about.
    ticket_entry: through('ticket_id', 'ticket', { where: 'shown_seq is not null' }),
    // What was written to the platform's support alone is not the organization's to read.
    ticket: owned({ where: 'organization_at is not null', without: ['tag'] }),
  },
}

export const journalSection: Section = { folder: 'journal', title: 'Журнал', places: { audit_entry: owned() } }
