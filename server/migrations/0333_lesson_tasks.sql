-- What a lesson gives to do at home, and what each child's family has handed in.
create table lesson_task (
  meeting_id uuid primary key references meeting (id),
  text text not null,
  due_day date,
  rev integer not null default 1,
  set_by uuid not null references account (id),
  set_at timestamptz(3) not null
);

-- One for each child: handed in again it is the same work, answered anew.
create table lesson_work (
  meeting_id uuid not null references lesson_task (meeting_id),
  child_id uuid not null references child (id),
  text text not null,
  attachments jsonb not null default '[]',
  handed_by uuid not null references account (id),
  handed_at timestamptz(3) not null,
  state text not null default 'handed' check (state in ('handed', 'accepted', 'returned')),
  -- Of the teacher.
  word text not null default '',
  answered_by uuid references account (id),
  answered_at timestamptz(3),
  rev integer not null default 1,
  primary key (meeting_id, child_id),
  check ((state = 'handed') = (answered_at is null)),
  check (state <> 'returned' or word <> '')
);

-- Which work holds a file: the right to read it follows from that.
create table lesson_work_file (
  file_id uuid primary key references file (id),
  meeting_id uuid not null,
  child_id uuid not null,
  foreign key (meeting_id, child_id) references lesson_work (meeting_id, child_id)
);
-- The files of a work that is handed in again.
create index lesson_work_file_by_work on lesson_work_file (meeting_id, child_id);
